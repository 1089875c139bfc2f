using WorkflowKit.Emission;

namespace WorkflowKit.Tests.Emission.CodeTests;

public sealed class CodeTests
{
    [Fact]
    public void Holes_take_fragments()
    {
        var name = Code.Identifier("total");
        Code code = $"var {name} = {Code.Literal("a\"b")};";

        code.Text.ShouldBe("""var total = "a\"b";""");
    }

    [Fact]
    public void A_fragment_of_several_lines_keeps_the_indentation_of_its_place()
    {
        Code body = $"first();\nsecond();";
        Code code = $"if (x)\n    {body}";

        code.Text.ShouldBe("if (x)\n    first();\n    second();");
    }

    [Fact]
    public void The_writer_indents_blocks_and_ends_lines_with_a_line_feed()
    {
        var writer = new CodeWriter();
        using (writer.Block($"if (x)"))
        {
            writer.Line($"y();");
            writer.Directive($"#line default");
            writer.Line();
        }

        writer.ToString().ShouldBe("if (x)\n{\n    y();\n#line default\n\n}\n");
        writer.NextLine.ShouldBe(7);
    }

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("await", "@await")]
    [InlineData("fetch", "fetch")]
    public void Keywords_get_an_at_sign(string name, string expected) => Code.Identifier(name).Text.ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("1a")]
    [InlineData("a\u200db")]
    public void What_is_no_identifier_is_refused(string name) => Should.Throw<ArgumentException>(() => Code.Identifier(name));

    [Theory]
    [InlineData("order-fulfilment", "OrderFulfilment", "orderFulfilment")]
    [InlineData("orderId", "OrderId", "orderId")]
    [InlineData("2nd try", "_2ndTry", "_2ndTry")]
    [InlineData("größe", "Größe", "größe")]
    [InlineData("); Evil(", "Evil", "evil")]
    [InlineData("$", "Value", "value")]
    public void Any_name_becomes_an_identifier(string name, string pascal, string camel)
    {
        Identifiers.ToPascalCase(name).ShouldBe(pascal);
        Identifiers.ToCamelCase(name).ShouldBe(camel);
    }

    [Fact]
    public void A_name_is_handed_out_once_in_a_scope_and_the_scopes_within()
    {
        var outer = new UniqueNames();
        outer.Reserve("run");
        var inner = outer.Nested();

        outer.Claim("fetch").ShouldBe("fetch");
        inner.Claim("fetch").ShouldBe("fetch2");
        inner.Claim("run").ShouldBe("run2");
        outer.Nested().Claim("fetch2").ShouldBe("fetch2");
    }

    [Fact]
    public void A_comment_cannot_end_its_line()
    {
        Code.Comment("a\r\nEvil();\u2028Evil();").Text.ShouldBe("// a  Evil(); Evil();");
        Code.DirectiveFileName("a\"b\n.json").Text.ShouldBe("\"ab .json\"");
    }

    [Fact]
    public void Types_are_spelled_so_that_they_mean_one_thing()
    {
        var types = new TypeSpelling();
        types.Alias(typeof(CodeTests), "Steps");

        types.Of(typeof(int?)).Text.ShouldBe("int?");
        types.Of(typeof(IReadOnlyList<string[]>)).Text.ShouldBe("IReadOnlyList<string[]>");
        types.Of(typeof(int[][,])).Text.ShouldBe("int[][,]");
        types.Of(typeof(Nested<long>.Inner)).Text.ShouldBe("Steps.Nested<long>.Inner");
        types.Of(typeof(LiteralTests)).Text.ShouldBe("global::WorkflowKit.Tests.Emission.CodeTests.LiteralTests");
    }

    public sealed class Nested<T>
    {
        public sealed class Inner
        {
            public T? Value { get; set; }
        }
    }
}
