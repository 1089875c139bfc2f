using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>Groups that are known not to pass, each with its reason.</summary>
    private static readonly Dictionary<string, string> Listed = [];

    [Fact]
    public void The_official_cases_pass()
    {
        var file = SchemaSuite.FindFile();
        Assert.SkipWhen(file is null, $"the official cases are not here; name their file in {SchemaSuite.Variable}");

        var (passed, listed, failed) = (0, 0, new List<string>());
        foreach (var one in SchemaSuite.Read(file!))
        {
            if (Listed.ContainsKey(one.Group))
                listed++;
            else if (Run(one) is { } failure)
                failed.Add(failure);
            else
                passed++;
        }

        var summary = $"{passed} passed, {failed.Count} failed, {listed} listed";
        output.WriteLine(summary);
        failed.ShouldBeEmpty(summary);
    }

    private static string? Run(SchemaCase one)
    {
        // The cases of format.json are those of the standard's default, where a format is a mere note.
        var options = new JsonSchemaOptions { AssertFormats = one.File != "format.json" };
        try
        {
            var schema = JsonSchema.Compile(one.Schema, options);
            var result = schema.Validate(one.Data);
            if (schema.IsValid(one.Data) != result.IsValid)
                return $"{one}: IsValid and Validate disagree";

            return result.IsValid == one.Valid ? null : $"{one}: {one.Data.GetRawText()} gives {result}";
        }
        catch (Exception exception)
        {
            return $"{one}: {exception.Message}";
        }
    }
}
