using System.Text.Json;
using WorkflowKit.Schemas.Formats;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>format</c>, asserted.</summary>
internal sealed class FormatKeyword(SchemaFormat format) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.String)
            return true;

        using var text = JsonText.Read(instance, stackalloc char[JsonText.BufferSize]);
        return format.IsValid(text.Span) || (run.Collects && run.Fail("format", format.Expected, Words.Describe(instance)));
    }
}
