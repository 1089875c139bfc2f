namespace WorkflowKit.Definitions;

/// <summary>Holds the texts of a template to their length.</summary>
internal sealed class TemplateLimits(DefinitionReadContext context, string name)
{
    public void Check(SourceValue value)
    {
        if (value.Text.Length > context.Limits.MaxTemplateLength && value.Kind == SourceValueKind.String)
            context.Bag.Report(DefinitionDiagnostics.TooLong, value, name, value.Text.Length, context.Limits.MaxTemplateLength);
        foreach (var item in value.Items)
            Check(item);
        foreach (var member in value.Members)
            Check(member.Value);
    }
}
