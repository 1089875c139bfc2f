namespace WorkflowKit.Definitions;

/// <summary>JSON's kinds in sentences.</summary>
internal static class JsonKinds
{
    public static string Describe(SourceValue value) => value.Kind switch
    {
        SourceValueKind.Null => "`null`",
        SourceValueKind.Boolean => $"`{value.Text}`",
        SourceValueKind.Number => $"the number {DefinitionDiagnostics.Shorten(value.Text)}",
        SourceValueKind.String => "a string",
        SourceValueKind.Array => "an array",
        _ => "an object",
    };
}
