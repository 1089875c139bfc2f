namespace WorkflowKit.Tests.Workflows;

/// <summary>A definition for a test: its parts as JSON.</summary>
internal sealed record Workflow([property: System.Diagnostics.CodeAnalysis.StringSyntax("json")] string Steps)
{
    public string Id { get; init; } = "test";

    public string? Inputs { get; init; }

    public string? Outputs { get; init; }

    public string? Options { get; init; }

    public string Json
    {
        get
        {
            var parts = new List<string> { $"\"id\": \"{Id}\"", $"\"name\": \"Test of {Id}\"" };
            if (Inputs is not null)
                parts.Add($"\"inputs\": {Inputs}");
            parts.Add($"\"steps\": [\n{Steps}\n]");
            if (Outputs is not null)
                parts.Add($"\"outputs\": {Outputs}");
            if (Options is not null)
                parts.Add($"\"options\": {Options}");
            return "{\n" + string.Join(",\n", parts) + "\n}";
        }
    }
}
