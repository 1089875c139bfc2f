using System.Reflection;
using CsCheck;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

/// <summary>Whatever a definition feeds to a function: a result or an error of the expression, never a fault of the library.</summary>
public sealed class AnyArgumentTests
{
    private static readonly Gen<CelValue> Any = Gen.Recursive<CelValue>(static (depth, inner) => depth == 2
        ? Gen.OneOf(
            Gen.Const(CelValue.Null), Gen.Const(CelValue.None), Gen.Const(CelValue.Type("int")), Gen.Bool.Select(Cel.Of),
            Gen.Int[-3, 70].Select(Cel.Of), Gen.Long.Select(Cel.Of), Gen.ULong.Select(Cel.Of), Gen.Double.Select(Cel.Of), Gen.Decimal.Select(Cel.Of),
            OneOf(double.NaN, double.PositiveInfinity, long.MinValue, -0.0).Select(Cel.Of),
            Gen.String.Select(static one => Cel.Of(one)), Gen.String[Gen.Char["%.sdfx\\()[]{}*+?|^$:PQEpL<>-0a9 \ud83d\ude00"], 0, 6].Select(static one => Cel.Of(one)),
            OneOf("Europe/Zurich", "UTC", "-02:30", "1h", "PT1H", "2026-01-01T00:00:00Z").Select(static one => Cel.Of(one)),
            Gen.Byte.Array[0, 4].Select(static one => Cel.Of(one)), Gen.DateTimeOffset.Select(Cel.Of), Gen.Int.Select(static one => Cel.Of(TimeSpan.FromDays(one / 300.0))))
        : Gen.OneOf(
            inner.Array[0, 4].Select(static items => CelValue.List(items)),
            inner.Select(CelValue.Some),
            Gen.Select(Gen.String[Gen.Char["ab"], 0, 2], inner).Array[0, 3].Select(static entries => CelValue.Map([.. entries.DistinctBy(static entry => entry.Item1)])),
            inner));

    public static TheoryData<string, int> Functions => new(Dynamic().Select(static one => (one.Name, one.GetParameters().Length)).Distinct());

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_gives_a_result_or_an_error_of_the_expression(string name, int count)
    {
        var methods = Dynamic().Where(one => one.Name == name && one.GetParameters().Length == count).ToList();

        Any.Array[count].Sample(arguments => methods.ForEach(method => Call(method, arguments)), iter: 1_000);
    }

    [Fact]
    public void Every_value_has_a_text_and_a_hash_and_equals_a_copy_without_NaN() => Any.Sample(static value =>
    {
        _ = value.ToString();
        _ = value.GetHashCode();
        _ = value.Equals(value);
    });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static IEnumerable<MethodInfo> Dynamic() => typeof(Cel).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(static one =>
        one.GetParameters().Length > 0 && one.GetParameters().All(static parameter => parameter.ParameterType == typeof(CelValue)));

    private static void Call(MethodInfo method, CelValue[] arguments)
    {
        try
        {
            method.Invoke(null, [.. arguments.Cast<object>()]);
        }
        catch (TargetInvocationException error) when (error.InnerException is CelException)
        {
            // What an expression's author can mend.
        }
    }
}
