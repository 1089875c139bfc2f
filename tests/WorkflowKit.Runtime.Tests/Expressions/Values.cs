using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

/// <summary>Values of test tables as CEL sees them, and operators by their sign.</summary>
internal static class Values
{
    public static CelValue Of(object? value) => value switch
    {
        null => CelValue.Null,
        bool some => Cel.Of(some),
        int some => Cel.Of(some),
        long some => Cel.Of(some),
        ulong some => Cel.Of(some),
        double some => Cel.Of(some),
        decimal some => Cel.Of(some),
        string some => Cel.Of(some),
        byte[] some => Cel.Of(some),
        DateTimeOffset some => Cel.Of(some),
        TimeSpan some => Cel.Of(some),
        CelTimestamp some => Cel.Of(some),
        CelDuration some => Cel.Of(some),
        CelValue some => some,
        IEnumerable<object?> some => CelValue.List([.. some.Select(Of)]),
        _ => throw new ArgumentException($"No CEL value for {value.GetType()}"),
    };

    public static CelValue Apply(char @operator, CelValue left, CelValue right) => @operator switch
    {
        '+' => Cel.Add(left, right),
        '-' => Cel.Subtract(left, right),
        '*' => Cel.Multiply(left, right),
        '/' => Cel.Divide(left, right),
        _ => Cel.Modulo(left, right),
    };

    /// <summary>The overload that C# picks for the static types.</summary>
    public static object ApplyTyped(char @operator, object left, object right)
    {
        dynamic a = left, b = right;
        return @operator switch
        {
            '+' => Cel.Add(a, b),
            '-' => Cel.Subtract(a, b),
            '*' => Cel.Multiply(a, b),
            '/' => Cel.Divide(a, b),
            _ => Cel.Modulo(a, b),
        };
    }
}
