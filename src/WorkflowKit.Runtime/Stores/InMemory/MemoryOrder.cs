using System.Globalization;

namespace WorkflowKit.Stores;

/// <summary>
/// All executions in the order of their creation, under way or archived. They stand in blocks, so that adding one copies nothing; a block goes when all in it are gone.
/// Guarded by the store's gate.
/// </summary>
internal sealed class MemoryOrder
{
    private const int BlockBits = 10;
    private const int BlockSize = 1 << BlockBits;
    private readonly List<Block?> _blocks = [];
    private long _count;

    internal MemoryExecution Add(ExecutionHeader header)
    {
        var index = _count++;
        if ((index & (BlockSize - 1)) == 0) _blocks.Add(new Block());
        // From 1, so that no place is 0.
        var execution = new MemoryExecution(header, index + 1);
        var block = _blocks[^1]!;
        block.Slots[index & (BlockSize - 1)] = new(execution, 0);
        block.Living++;
        return execution;
    }

    /// <summary>The execution at a place, for a look: one that is archived is put together anew each time.</summary>
    internal MemoryExecution? Peek(long ordinal) => SlotOf(ordinal) switch
    {
        { Holder: MemoryExecution live } => live,
        { Holder: ArchiveChunk chunk, Offset: var offset } => chunk.Read(offset),
        _ => null,
    };

    internal void Revived(MemoryExecution execution) => Put(execution.Ordinal, new(execution, 0));

    internal void Archived(MemoryExecution execution, ArchiveChunk chunk, int offset) => Put(execution.Ordinal, new(chunk, offset));

    internal void Remove(long ordinal)
    {
        var (index, place) = Split(ordinal);
        var block = _blocks[index]!;
        block.Slots[place] = default;
        if (--block.Living == 0 && index < _blocks.Count - 1) _blocks[index] = null;
    }

    /// <summary>A page, and one more, out of some executions.</summary>
    internal List<MemoryExecution> Page(ExecutionQuery query, IEnumerable<MemoryExecution> candidates)
    {
        var before = Before(query.After);
        return [.. candidates.Where(execution => execution.Ordinal < before).OrderByDescending(static execution => execution.Ordinal).Take(query.Limit + 1)];
    }

    /// <summary>One more than a page holds, so that the caller sees whether there is another; the newest first.</summary>
    internal List<MemoryExecution> Page(ExecutionQuery query, Predicate<MemoryExecution> matches)
    {
        var page = new List<MemoryExecution>();
        for (var ordinal = Before(query.After) - 1; ordinal > 0 && page.Count <= query.Limit; ordinal--)
        {
            var (index, _) = Split(ordinal);
            if (_blocks[index] is null) ordinal = ((long)index << BlockBits) + 1;
            else if (Peek(ordinal) is { } execution && matches(execution)) page.Add(execution);
        }
        return page;
    }

    /// <summary>All of them, each for a look.</summary>
    internal IEnumerable<MemoryExecution> All()
    {
        for (var ordinal = 1L; ordinal <= _count; ordinal++)
            if (Peek(ordinal) is { } execution) yield return execution;
    }

    internal static string Place(MemoryExecution execution) => execution.Ordinal.ToString(CultureInfo.InvariantCulture);

    private long Before(string? after)
    {
        if (after is null) return _count + 1;
        if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
            throw new ArgumentException($"'{after}' is not a place that a page gave.", nameof(after));
        return Math.Min(ordinal, _count + 1);
    }

    private Slot SlotOf(long ordinal)
    {
        var (index, place) = Split(ordinal);
        return _blocks[index] is { } block ? block.Slots[place] : default;
    }

    private void Put(long ordinal, Slot slot)
    {
        var (index, place) = Split(ordinal);
        _blocks[index]!.Slots[place] = slot;
    }

    private static (int Block, int Place) Split(long ordinal) => ((int)((ordinal - 1) >> BlockBits), (int)((ordinal - 1) & (BlockSize - 1)));

    /// <summary>An execution under way, or the part of the archive that it is in and where it begins there.</summary>
    private readonly record struct Slot(object? Holder, int Offset);

    private sealed class Block
    {
        internal Slot[] Slots { get; } = new Slot[BlockSize];

        internal int Living { get; set; }
    }
}
