using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Schemas;

namespace WorkflowKit.Tests.WorkflowSchemas;

/// <summary>The schema of one host's definitions knows its steps and their inputs.</summary>
public sealed class HostSchemaTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<Shipment>()).BuildServiceProvider();
    private readonly JsonElement _written;
    private readonly JsonSchema _schema;

    public HostSchemaTests()
    {
        _written = _services.GetRequiredService<StepCatalogue>().WorkflowSchema;
        _schema = JsonSchema.Compile(_written);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Theory]
    [InlineData("""{ "reference": "A-1" }""")]
    [InlineData("""{ "reference": "A ${{ inputs.n }}", "kilos": "${{ inputs.n }}" }""")]
    [InlineData("""{ "reference": "A-1", "speed": "Fast", "note": null, "insured": true, "prices": { "a": 1, "b": 2.5 }, "extra": [1, "a", null] }""")]
    [InlineData("""{ "reference": "A-1", "lines": [{ "sku": "x", "count": 2, "weight": null }, { "sku": "${{ string(inputs.n) }}", "count": "${{ inputs.n }}" }] }""")]
    [InlineData("""{ "reference": "A-1", "box": { "label": "a", "inner": [{ "label": "b" }] }, "pin": "1" }""")]
    public Task An_input_that_compiles_is_good_to_both(string with) => BothSay(with, isGood: true);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "refrence": "A-1" }""")]
    [InlineData("""{ "reference": 1 }""")]
    [InlineData("""{ "reference": null }""")]
    [InlineData("""{ "reference": "A-1", "weigth": 1 }""")]
    [InlineData("""{ "reference": "A-1", "kilos": "heavy" }""")]
    [InlineData("""{ "reference": "A-1", "kilos": 1.5 }""")]
    [InlineData("""{ "reference": "A-1", "kilos": "about ${{ inputs.n }}" }""")]
    [InlineData("""{ "reference": "A-1", "speed": "Lightning" }""")]
    [InlineData("""{ "reference": "A-1", "insured": "yes" }""")]
    [InlineData("""{ "reference": "A-1", "lines": { "sku": "x" } }""")]
    [InlineData("""{ "reference": "A-1", "lines": [{ "sku": "x" }] }""")]
    [InlineData("""{ "reference": "A-1", "lines": [{ "sku": "x", "count": 1, "size": 2 }] }""")]
    [InlineData("""{ "reference": "A-1", "prices": { "a": "dear" } }""")]
    [InlineData("""{ "reference": "A-1", "box": { "label": "a", "inner": [{ "name": "b" }] } }""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public Task An_input_that_does_not_compile_is_bad_to_both(string with) => BothSay(with, isGood: false);

    [Theory]
    [InlineData("""{ "id": "ship", "type": "post.ship" }""")]
    [InlineData("""{ "id": "ship", "type": "post.shp", "with": {} }""")]
    [InlineData("""{ "id": "ship", "type": "ship", "with": {} }""")]
    public async Task A_step_that_the_host_does_not_have_or_lacks_its_input_is_bad_to_both(string step)
    {
        var definition = Definition(step);

        _schema.IsValid(JsonElement.Parse(definition)).ShouldBeFalse();
        (await ValidateAsync(definition)).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_editor_finds_names_and_descriptions()
    {
        var definition = _written.GetProperty("$defs").GetProperty("post.ship");
        var input = definition.GetProperty("properties").GetProperty("with").GetProperty("anyOf")[0].GetProperty("properties");

        definition.GetProperty("title").GetString().ShouldBe("Ship");
        definition.GetProperty("description").GetString().ShouldBe("Sends a parcel.");
        input.GetProperty("reference").GetProperty("title").GetString().ShouldBe("Reference");
        input.GetProperty("reference").GetProperty("description").GetString().ShouldBe("What the parcel is called.");
        input.GetProperty("pin").GetProperty("format").GetString().ShouldBe("password");
    }

    private async Task BothSay(string with, bool isGood)
    {
        var definition = Definition($$"""{ "id": "ship", "type": "post.ship", "with": {{with}} }""");

        var result = await ValidateAsync(definition);
        var judged = _schema.Validate(JsonElement.Parse(definition));

        (!result.Errors.Any()).ShouldBe(isGood, string.Join('\n', result.Errors));
        judged.IsValid.ShouldBe(isGood, judged.ToString());
    }

    private ValueTask<CompilationResult> ValidateAsync(string definition) =>
        _services.GetRequiredService<IWorkflowRegistry>().ValidateAsync(definition, TestContext.Current.CancellationToken);

    private static string Definition(string step) =>
        $$"""{ "id": "posting", "inputs": { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] }, "steps": [{{step}}] }""";
}
