using System.Collections.Concurrent;

namespace WorkflowKit.Sample.Shop;

/// <summary>What the shop knows and remembers between requests.</summary>
internal sealed class ShopState
{
    private readonly ConcurrentDictionary<string, int> _looksAtExport = new();
    private readonly ConcurrentDictionary<string, string> _doneBefore = new();
    private int _requests;
    private int _ids;

    public static readonly (string Sku, string Name, string Category, int OnHand)[] Products =
    [
        ("BK-1", "Atlas of Small Islands", "books", 12), ("BK-2", "Bread at Home", "books", 3),
        ("GM-1", "Harbour Chess", "games", 8), ("GM-2", "Nine Lanterns", "games", 0),
        ("TL-1", "Folding Saw", "tools", 25), ("TL-2", "Pocket Level", "tools", 4),
    ];

    /// <summary>Every fifth request of a busy endpoint fails, so that retries have something to do.</summary>
    public bool IsHavingABadMoment() => Interlocked.Increment(ref _requests) % 5 == 0;

    /// <summary>A new id, or the one given before for the same idempotency key.</summary>
    public string NewId(string prefix, string? idempotencyKey) => idempotencyKey is null
        ? $"{prefix}-{Interlocked.Increment(ref _ids):D4}"
        : _doneBefore.GetOrAdd(idempotencyKey, _ => $"{prefix}-{Interlocked.Increment(ref _ids):D4}");

    /// <summary>An export is ready at the fourth look.</summary>
    public int LookAtExport(string exportId) => _looksAtExport.AddOrUpdate(exportId, 1, (_, looks) => looks + 1);
}
