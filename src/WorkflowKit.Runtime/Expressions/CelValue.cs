using System.Runtime.InteropServices;

namespace WorkflowKit.Expressions;

/// <summary>
/// A value of an expression whose type is not known when the workflow is compiled. Immutable; numbers, booleans and times are held
/// without boxing; JSON objects and arrays are wrapped and converted where they are read. The default value is <see cref="Null"/>.
/// </summary>
public readonly partial struct CelValue : IEquatable<CelValue>
{
    private readonly object? _object;
    private readonly long _bits;
    private readonly int _nanoseconds;

    internal CelValue(CelKind kind, long bits, object? value = null, int nanoseconds = 0)
    {
        Kind = kind;
        _bits = bits;
        _object = value;
        _nanoseconds = nanoseconds;
    }

    /// <summary>CEL's null.</summary>
    public static CelValue Null => default;

    /// <summary>The value's CEL type.</summary>
    public CelKind Kind { get; }

    /// <summary>Whether this is CEL's null.</summary>
    public bool IsNull => Kind == CelKind.Null;

    internal bool Bool => _bits != 0;

    internal long Int => _bits;

    internal ulong UInt => (ulong)_bits;

    internal double Double => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The exact digits of a double that came from a decimal.</summary>
    internal decimal? Decimal => Kind == CelKind.Double && _object is decimal exact ? exact : null;

    internal string Text => (string)_object!;

    internal ReadOnlyMemory<byte> Bytes => (byte[])_object!;

    internal IReadOnlyList<CelValue> Items => (IReadOnlyList<CelValue>)_object!;

    internal CelMap Entries => (CelMap)_object!;

    internal CelTimestamp Timestamp => new(_bits, _nanoseconds);

    internal CelDuration Duration => new(_bits, _nanoseconds);

    /// <summary>The name of a type value.</summary>
    internal string TypeName => (string)_object!;

    internal bool IsNumber => Kind is CelKind.Int or CelKind.UInt or CelKind.Double;

    internal CelNumber Number => Kind switch
    {
        CelKind.Int => Int,
        CelKind.UInt => UInt,
        _ => _object is decimal exact ? exact : Double,
    };

    /// <summary>Of an optional: whether there is a value.</summary>
    internal bool HasValue => _object is not null;

    internal CelValue OptionalValue => ((Present)_object!).Value;

    /// <summary>A list of these values. The array must not change afterwards.</summary>
    /// <param name="items">The items.</param>
    public static CelValue List(params CelValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(CelKind.List, WeightOf(items), items);
    }

    /// <summary>A list of these values. The list must not change afterwards.</summary>
    /// <param name="items">The items.</param>
    public static CelValue List(IReadOnlyList<CelValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);

        // A list that C# makes of [a, b] is of a type of the program that says so: a log that kept it would keep the program's code loaded.
        return items is CelValue[] array ? List(array)
            : items.GetType().IsCollectible ? List([.. items])
            : new(CelKind.List, WeightOf(items), items);
    }

    /// <summary>The map without entries.</summary>
    public static CelValue Map() => new(CelKind.Map, 1, EntryMap.Empty);

    /// <summary>A map with text keys, in this order.</summary>
    /// <param name="entries">Keys and values.</param>
    /// <exception cref="CelException">Two entries have the same key.</exception>
    public static CelValue Map(params (string Key, CelValue Value)[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var pairs = new KeyValuePair<CelValue, CelValue>[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            pairs[i] = new(Cel.Of(entries[i].Key), entries[i].Value);
        return FromEntries(pairs);
    }

    /// <summary>A map in this order.</summary>
    /// <param name="entries">Keys (bool, int, uint or string) and values.</param>
    /// <exception cref="CelException">Two entries have the same key, or a key has another type.</exception>
    public static CelValue Map(params (CelValue Key, CelValue Value)[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var pairs = new KeyValuePair<CelValue, CelValue>[entries.Length];
        for (var i = 0; i < entries.Length; i++)
            pairs[i] = new(entries[i].Key, entries[i].Value);
        return FromEntries(pairs);
    }

    /// <summary>A type value.</summary>
    /// <param name="name">The type's name in CEL, such as <c>int</c> or <c>google.protobuf.Timestamp</c>.</param>
    public static CelValue Type(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(CelKind.Type, 0, name);
    }

    /// <summary>An optional that holds a value.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Some(CelValue value) => new(CelKind.Optional, 0, new Present(value));

    /// <summary>The optional without a value.</summary>
    public static CelValue None => new(CelKind.Optional, 0);

    internal static CelValue FromEntries(KeyValuePair<CelValue, CelValue>[] entries) => new(CelKind.Map, WeightOf(entries), EntryMap.Checked(entries));

    internal static CelValue FromBytes(ReadOnlyMemory<byte> bytes)
        => new(CelKind.Bytes, 0, MemoryMarshal.TryGetArray(bytes, out var all) && all.Array!.Length == bytes.Length ? all.Array : bytes.ToArray());

    private sealed record Present(CelValue Value);
}
