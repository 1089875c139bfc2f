using System.Numerics;
using CsCheck;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Runtime.Tests.Schemas;

/// <summary>Numbers against plain big integers: what is written, however it is written, decides.</summary>
public sealed class NumberPropertyTests
{
    private const int Scale = 60;

    private static readonly Gen<(string Text, BigInteger Value)> Numbers =
        from digits in Gen.OneOf(Gen.Long.Select(number => new BigInteger(number)), Gen.Int[-20, 20].Select(number => new BigInteger(number)))
        from more in Gen.OneOf(Gen.Const(BigInteger.Zero), Gen.ULong.Select(number => new BigInteger(number)))
        from exponent in Gen.Int[-30, 30]
        let whole = digits * BigInteger.Pow(10, 12) + (digits.Sign < 0 ? -more : more)
        select ($"{whole}e{exponent}", whole * BigInteger.Pow(10, Scale + exponent));

    [Fact]
    public void Order_and_equality_are_those_of_the_values() =>
        Gen.Select(Numbers, Numbers).Sample((a, b) =>
        {
            var (x, y) = (Read(a.Text), Read(b.Text));

            Math.Sign(x.CompareTo(y)).ShouldBe(a.Value.CompareTo(b.Value) switch { < 0 => -1, 0 => 0, _ => 1 });
            x.Equals(y).ShouldBe(a.Value == b.Value);
        });

    [Fact]
    public void Multiples_are_those_of_the_values() =>
        Gen.Select(Numbers, Numbers).Where((_, b) => b.Value.Sign > 0).Sample((a, b) =>
            Read(a.Text).IsMultipleOf(Read(b.Text)).ShouldBe((a.Value % b.Value).IsZero));

    [Fact]
    public void The_way_of_writing_does_not_matter() =>
        Gen.Select(Gen.Long.Where(number => number != 0), Gen.Int[0, 40]).Sample((number, zeros) =>
        {
            var plain = Read($"{number}");
            foreach (var other in (string[])[$"{number}.{new string('0', zeros + 1)}", $"{number}{new string('0', zeros)}e-{zeros}", $"{number}E+0"])
            {
                Read(other).ShouldBe(plain);
                Read(other).GetHashCode().ShouldBe(plain.GetHashCode());
                Read(other).IsInteger.ShouldBeTrue();
            }
        });

    private static JsonNumber Read(string text) => JsonNumber.Read(Json.Of(text));
}
