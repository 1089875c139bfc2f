using System.Text.Json;

namespace WorkflowKit.Runtime.Tests.Schemas;

internal sealed record SchemaCase(string File, string Group, string Test, JsonElement Schema, JsonElement Data, bool Valid)
{
    public override string ToString() => $"{File}: {Group}: {Test} (valid: {Valid})";
}
