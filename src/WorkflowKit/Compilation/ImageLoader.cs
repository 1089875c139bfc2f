using System.Collections.Frozen;
using System.Reflection;

namespace WorkflowKit.Compilation;

/// <summary>Loads images, each once however many programs come from it. Safe to use from several threads.</summary>
internal sealed class ImageLoader(IReadOnlyCollection<Assembly> host)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WeakReference<LoadedImage>> _loaded = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Assembly> _host = host.ToFrozenDictionary(assembly => assembly.GetName().Name!, StringComparer.Ordinal);
    private int _sweepAt = 64;

    /// <summary>The image in a load context, with one user counted.</summary>
    public LoadedImage Load(CompiledImage image)
    {
        lock (_gate)
        {
            if (_loaded.TryGetValue(image.Hash, out var weak) && weak.TryGetTarget(out var present) && present.TryUse())
                return present;

            var context = new WorkflowLoadContext("WorkflowKit " + image.Hash[..8], _host);
            using var assembly = new MemoryStream(image.Assembly, writable: false);
            using var symbols = new MemoryStream(image.Symbols, writable: false);
            var loaded = new LoadedImage(context, context.LoadFromStream(assembly, symbols));
            loaded.TryUse();
            Forget();
            _loaded[image.Hash] = new WeakReference<LoadedImage>(loaded);
            return loaded;
        }
    }

    // Swept once the dead may outnumber the living, so that replacing programs for ever keeps the table small.
    private void Forget()
    {
        if (_loaded.Count < _sweepAt)
            return;
        foreach (var (hash, weak) in _loaded)
        {
            if (!weak.TryGetTarget(out _))
                _loaded.Remove(hash);
        }

        _sweepAt = Math.Max(64, _loaded.Count * 2);
    }
}
