namespace WorkflowKit.Expressions;

/// <summary>What a map value is made of. Keys are equal as CEL defines: 1, 1u and 1.0 name the same entry.</summary>
internal abstract class CelMap
{
    public abstract int Count { get; }

    public abstract IEnumerable<KeyValuePair<CelValue, CelValue>> Entries { get; }

    public abstract bool TryGet(CelValue key, out CelValue value);

    public abstract bool TryGet(string key, out CelValue value);
}
