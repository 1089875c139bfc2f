using System.Reflection;
using WorkflowKit.Expressions;
using WorkflowKit.Expressions.Catalogue;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class CelFunctionsTests
{
    private static readonly Dictionary<string, Type> Scalars = new()
    {
        ["bool"] = typeof(bool), ["int"] = typeof(long), ["uint"] = typeof(ulong), ["double"] = typeof(double), ["string"] = typeof(string),
        ["bytes"] = typeof(ReadOnlyMemory<byte>), ["timestamp"] = typeof(CelTimestamp), ["duration"] = typeof(CelDuration), ["dyn"] = typeof(CelValue),
        ["type"] = typeof(CelValue), ["optional(dyn)"] = typeof(CelValue), ["optional(string)"] = typeof(string),
    };

    public static TheoryData<string, string> Signatures => new(CelFunctions.All.Select(one => (one.Signature, one.Method)));

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Every_signature_has_a_method_for_its_NET_types(string signature, string method)
    {
        var function = new CelFunction(signature, method, "");
        string[] expected = [.. function.Receiver is { } receiver ? [receiver] : Array.Empty<string>(), .. function.Parameters];

        Overloads(method, expected.Length).ShouldContain(one => Parameters(one).Zip(expected).All(pair => Takes(pair.First, pair.Second, function.IsVariadic)));
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Every_signature_has_a_method_for_dynamic_values(string signature, string method)
    {
        var function = new CelFunction(signature, method, "");
        var count = function.Parameters.Count + (function.Receiver is null ? 0 : 1);

        Overloads(method, count).ShouldContain(one => Parameters(one).All(type => Takes(type, "dyn", false) || Takes(type, "dyn", true)));
    }

    [Fact]
    public void Signatures_are_read_into_their_parts()
    {
        var function = new CelFunction("map(K, list(V)).find(string, map(K, V)...) -> optional(V)", "Find", "");

        function.Name.ShouldBe("find");
        function.Receiver.ShouldBe("map(K, list(V))");
        function.Parameters.ShouldBe(["string", "map(K, V)"]);
        function.IsVariadic.ShouldBeTrue();
        function.Result.ShouldBe("optional(V)");
        new CelFunction("math.abs(int) -> int", "MathAbs", "").Name.ShouldBe("math.abs");
    }

    [Fact]
    public void No_signature_is_there_twice()
        => CelFunctions.All.Select(one => one.Signature[..one.Signature.IndexOf(" -> ", StringComparison.Ordinal)]).ShouldBeUnique();

    private static IEnumerable<MethodInfo> Overloads(string name, int count)
        => typeof(Cel).GetMethods().Where(one => one.Name == name && one.GetParameters().Count(parameter => !parameter.IsOptional) == count);

    private static IEnumerable<Type> Parameters(MethodInfo method) => method.GetParameters().Where(one => !one.IsOptional).Select(one => one.ParameterType);

    private static bool Takes(Type type, string cel, bool variadic)
    {
        if (variadic)
            return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) && Takes(type.GetGenericArguments()[0], cel, false);
        if (cel.StartsWith("list(", StringComparison.Ordinal))
        {
            return type == typeof(CelValue) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                && Takes(type.GetGenericArguments()[0], cel[5..^1], false));
        }

        if (cel.StartsWith("map(", StringComparison.Ordinal))
            return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);
        return type.IsGenericParameter || (Scalars.TryGetValue(cel, out var scalar) ? type == scalar : type == typeof(CelValue));
    }
}
