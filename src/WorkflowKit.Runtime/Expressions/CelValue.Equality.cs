namespace WorkflowKit.Expressions;

public readonly partial struct CelValue
{
    /// <summary>Equality as CEL defines it.</summary>
    public static bool operator ==(CelValue left, CelValue right) => left.Equals(right);

    /// <summary>Inequality as CEL defines it.</summary>
    public static bool operator !=(CelValue left, CelValue right) => !left.Equals(right);

    /// <summary>
    /// Equality as CEL defines it: numbers by value whatever their type, maps whatever the order of their entries, values of different
    /// types never, and NaN not even to itself.
    /// </summary>
    /// <param name="other">The other value.</param>
    public bool Equals(CelValue other)
    {
        if (Kind != other.Kind)
            return IsNumber && other.IsNumber && SameNumber(other);

        return Kind switch
        {
            CelKind.Null => true,
            CelKind.Bool or CelKind.Int or CelKind.UInt => _bits == other._bits,
            CelKind.Double => SameNumber(other),
            CelKind.String or CelKind.Type => string.Equals((string)_object!, (string)other._object!, StringComparison.Ordinal),
            CelKind.Bytes => Bytes.Span.SequenceEqual(other.Bytes.Span),
            CelKind.Timestamp or CelKind.Duration => _bits == other._bits && _nanoseconds == other._nanoseconds,
            CelKind.List => SameItems(Items, other.Items),
            CelKind.Map => SameEntries(Entries, other.Entries),
            _ => HasValue == other.HasValue && (!HasValue || OptionalValue.Equals(other.OptionalValue)),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        CelKind.Null => 0,
        CelKind.Int => HashOf(Int),
        CelKind.Bool or CelKind.UInt => HashOf(UInt),
        CelKind.Double => HashOf(Double),
        CelKind.String or CelKind.Type => ((string)_object!).GetHashCode(StringComparison.Ordinal),
        CelKind.Bytes => BytesHash(Bytes.Span),
        CelKind.Timestamp or CelKind.Duration => HashCode.Combine(_bits, _nanoseconds),
        CelKind.List => Items.Aggregate(Items.Count, static (hash, item) => HashCode.Combine(hash, item)),
        CelKind.Map => Entries.Entries.Aggregate(Entries.Count, static (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value)),
        _ => HasValue ? OptionalValue.GetHashCode() + 1 : 1,
    };

    private static bool SameItems(IReadOnlyList<CelValue> left, IReadOnlyList<CelValue> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i]))
                return false;
        }

        return true;
    }

    private static bool SameEntries(CelMap left, CelMap right)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var (key, value) in left.Entries)
        {
            if (!right.TryGet(key, out var other) || !value.Equals(other))
                return false;
        }

        return true;
    }

    // Numbers that are equal across types hash alike, because equal ones have the same nearest double.
    private static int HashOf(double value) => value == 0 ? 0 : value.GetHashCode();

    private static int BytesHash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private bool SameNumber(CelValue other) => CelNumber.TryCompare(Number, other.Number, out var order) && order == 0;
}
