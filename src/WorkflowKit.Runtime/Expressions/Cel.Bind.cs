namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary><c>cel.bind</c>: a value with a name, computed once.</summary>
    public static TResult Bind<T, TResult>(T value, Func<T, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body(value);
    }

    /// <summary>An expression of many parts, whose work is counted together.</summary>
    /// <exception cref="CelException">It does too much.</exception>
    public static T Metered<T>(Func<T> evaluate)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        using var scope = Meter.Enter(0);
        return evaluate();
    }

    /// <summary>Texts put together: what a template of many parts becomes.</summary>
    /// <exception cref="CelException">The text would be too long.</exception>
    public static string Together(params ReadOnlySpan<string?> parts)
    {
        long length = 0;
        foreach (var part in parts)
            length += part?.Length ?? 0;
        Meter.Text(length);
        return string.Concat(parts);
    }

    /// <summary>A map with text keys, in this order, without those that are null.</summary>
    /// <exception cref="CelException">Two entries have the same key.</exception>
    public static CelValue MapOfPresent(params (string Key, CelValue Value)[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return CelValue.Map([.. entries.Where(static entry => !entry.Value.IsNull)]);
    }

    /// <summary>A map of these entries; an optional one is an entry only if it has a value.</summary>
    /// <exception cref="CelException">Two entries have the same key, a key has another type, or what should be optional is not.</exception>
    public static CelValue MapOf(params (CelValue Key, CelValue Value, bool IsOptional)[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var present = new List<KeyValuePair<CelValue, CelValue>>(entries.Length);
        foreach (var (key, value, isOptional) in entries)
        {
            if (!isOptional)
                present.Add(new(key, value));
            else if (HasValue(value))
                present.Add(new(key, Value(value)));
        }

        return CelValue.FromEntries([.. present]);
    }
}
