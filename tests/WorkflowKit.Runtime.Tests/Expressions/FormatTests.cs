using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class FormatTests
{
    public static TheoryData<string, object?, string> Results => new()
    {
        { "str is %s and %% more", "filler", "str is filler and % more" },
        { "%s", null, "null" },
        { "%s", new object?[] { "abc", 3.14, null, TimeSpan.FromSeconds(6347) }, "[abc, 3.14, null, 6347s]" },
        { "%s", CelValue.Map((Cel.Of("strKey"), Cel.Of("x")), (Cel.Of(6), Cel.Of(true))), "{6: true, strKey: x}" },
        { "%s", CelValue.Type("int"), "int" },
        { "%d", -128L, "-128" },
        { "%d", double.NaN, "NaN" },
        { "%.3f", 1.2345, "1.234" },
        { "%.0f", 2.5, "2" },
        { "%.0f", 3.5, "4" },
        { "%.3f", 123.4999, "123.500" },
        { "%.1f", -0.25, "-0.2" },
        { "%f", 2L, "2.000000" },
        { "%f", double.NegativeInfinity, "-Infinity" },
        { "%e", 1052.032911275, "1.052033e+03" },
        { "%.1e", 1.5e-120, "1.5e-120" },
        { "%b", 5L, "101" },
        { "%b", true, "1" },
        { "%o", 65535UL, "177777" },
        { "%x", -30L, "-1e" },
        { "%X", "hi", "6869" },
        { "%x", new byte[] { 0xAB }, "ab" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Clauses_write_values_in_their_form(string format, object? value, string expected)
        => Cel.Format(Cel.Of(format), CelValue.List(Values.Of(value))).ShouldBe(expected);

    [Theory]
    [InlineData("%a", 1L, "format(): there is no clause %a; there are %s, %d, %f, %e, %b, %o, %x and %X.")]
    [InlineData("%d", 1.5, "format(): %d takes a whole number, found the number 1.5.")]
    [InlineData("%f", null, "format(): %f takes a number, found null.")]
    [InlineData("%b", "abc", "format(): %b takes a whole number or true/false, found text.")]
    [InlineData("%x", 0.5, "format(): %x takes a whole number, text or bytes, found the number 0.5.")]
    [InlineData("%s %s", 1L, "format(): there are more clauses than the 1 item(s) given.")]
    [InlineData("50%", 1L, "format(): the text ends in the middle of a clause; write %% for a percent sign.")]
    [InlineData("%.f", 1L, "format(): after %. a number of digits up to 1000 is expected.")]
    [InlineData("%.9999f", 1L, "format(): after %. a number of digits up to 1000 is expected.")]
    public void Clauses_that_make_no_sense_are_bad_arguments(string format, object? value, string message)
        => Should.Throw<CelException>(() => Cel.Format(format, [Values.Of(value)])).Message.ShouldBe(message);
}
