namespace WorkflowKit.Expressions;

/// <summary>A map over its entries in the order they were written. Small ones are searched, larger ones indexed at first use.</summary>
internal sealed class EntryMap(KeyValuePair<CelValue, CelValue>[] entries) : CelMap
{
    private const int SearchedUpTo = 8;

    public static readonly EntryMap Empty = new([]);

    private Dictionary<CelValue, CelValue>? _index;

    public override int Count => entries.Length;

    public override IEnumerable<KeyValuePair<CelValue, CelValue>> Entries => entries;

    /// <summary>A map of these entries, which must not change afterwards; a second entry of a key, or a key of a type that cannot be one, is an error.</summary>
    public static EntryMap Checked(KeyValuePair<CelValue, CelValue>[] entries)
    {
        foreach (var (key, _) in entries)
        {
            if (!IsKey(key))
                throw CelErrors.BadKey(key);
        }

        var map = new EntryMap(entries);
        if (entries.Length > SearchedUpTo)
        {
            map._index = map.Index();
        }
        else
        {
            for (var i = 1; i < entries.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (entries[i].Key == entries[j].Key)
                        throw CelErrors.RepeatedKey(entries[i].Key);
                }
            }
        }

        return map;
    }

    public override bool TryGet(CelValue key, out CelValue value)
    {
        if (entries.Length > SearchedUpTo)
            return (_index ??= Index()).TryGetValue(key, out value);

        foreach (var entry in entries)
        {
            if (entry.Key != key)
                continue;
            value = entry.Value;
            return true;
        }

        value = default;
        return false;
    }

    public override bool TryGet(string key, out CelValue value) => TryGet(Cel.Of(key), out value);

    private static bool IsKey(CelValue key) => key.Kind is CelKind.String or CelKind.Int or CelKind.UInt or CelKind.Bool;

    private Dictionary<CelValue, CelValue> Index()
    {
        var index = new Dictionary<CelValue, CelValue>(entries.Length);
        foreach (var (key, value) in entries)
        {
            if (!index.TryAdd(key, value))
                throw CelErrors.RepeatedKey(key);
        }

        return index;
    }
}
