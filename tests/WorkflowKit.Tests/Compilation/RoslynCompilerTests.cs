using System.Reflection.Metadata;
using WorkflowKit.Compilation;

namespace WorkflowKit.Tests.Compilation;

public sealed class RoslynCompilerTests
{
    private readonly RoslynCompiler _compiler = new(HostReferences.Create([]));

    [Fact]
    public void Many_sources_become_one_image()
    {
        GeneratedSource[] sources = [Sources.Saying("One", "1"), Sources.Saying("Two", "2")];

        var result = _compiler.Compile(sources, TestContext.Current.CancellationToken);

        var image = new ImageLoader([]).Load(result.Image.ShouldNotBeNull());
        sources.Select(source => image.Create(source).ToString(null, null)).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_source_that_does_not_compile_is_reported_and_leaves_the_others_alone()
    {
        var good = Sources.Saying("Good", "good");
        var bad = Sources.Class("Bad", "    public string ToString(string? format, System.IFormatProvider? provider) => nowhere;");

        var result = _compiler.Compile([bad, good], TestContext.Current.CancellationToken);

        result.Errors.Keys.ShouldBe([bad]);
        result.Errors[bad].ShouldHaveSingleItem().ShouldContain("CS0103");
        new ImageLoader([]).Load(result.Image.ShouldNotBeNull()).Create(good).ToString(null, null).ShouldBe("good");
    }

    [Fact]
    public void The_same_source_gives_the_same_image()
    {
        var source = Sources.Saying("Same", "same");

        var first = _compiler.Compile([source], TestContext.Current.CancellationToken).Image.ShouldNotBeNull();
        var second = new RoslynCompiler(HostReferences.Create([])).Compile([source], TestContext.Current.CancellationToken).Image.ShouldNotBeNull();

        second.Hash.ShouldBe(first.Hash);
    }

    [Fact]
    public void A_stack_trace_points_into_the_definition()
    {
        var source = Sources.Class(
            "Throwing",
            """
                public string ToString(string? format, System.IFormatProvider? provider)
                {
            #line (12,9)-(12,40) 12 "order-fulfilment.workflow.json"
                    throw new System.InvalidOperationException("no");
                }
            """);
        var image = new ImageLoader([]).Load(_compiler.Compile([source], TestContext.Current.CancellationToken).Image.ShouldNotBeNull());

        var exception = Should.Throw<InvalidOperationException>(() => image.Create(source).ToString(null, null));

        exception.StackTrace.ShouldNotBeNull().ShouldContain("order-fulfilment.workflow.json:line 12");
    }

    [Fact]
    public void The_symbols_carry_the_definition_and_the_code()
    {
        var source = Sources.Class(
            "Embedded",
            """
                public string ToString(string? format, System.IFormatProvider? provider)
                {
            #line (1,1)-(1,2) 1 "embedded.workflow.json"
                    return "";
                }
            """,
            """{ "id": "embedded" }""");

        var image = _compiler.Compile([source], TestContext.Current.CancellationToken).Image.ShouldNotBeNull();

        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(image.Symbols));
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name));
        documents.ShouldBe(["embedded.workflow.json", "embedded.workflow.g.cs"], ignoreOrder: true);
        foreach (var document in reader.Documents)
        {
            reader.GetCustomDebugInformation(document)
                .Select(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind))
                .ShouldContain(new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE"), "every document carries its text");
        }
    }
}
