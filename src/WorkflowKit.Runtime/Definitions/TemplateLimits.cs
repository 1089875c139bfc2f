namespace WorkflowKit.Definitions;

/// <summary>Holds the texts of a template to their length.</summary>
/// <param name="context">What the readers share.</param>
/// <param name="name">The member that the template is.</param>
/// <param name="head">What stands before its name where it is told of.</param>
internal sealed class TemplateLimits(DefinitionReadContext context, string name, string head)
{
    public void Check(SourceValue value)
    {
        if (value.Text.Length > context.Limits.MaxTemplateLength && value.Kind == SourceValueKind.String)
            context.Bag.Report(DefinitionDiagnostics.TooLong, value, $"{head}`{name}`", value.Text.Length, context.Limits.MaxTemplateLength);
        for (var i = 0; i < value.Items.Count; i++)
            Check(value.Items[i]);
        for (var i = 0; i < value.Members.Count; i++)
            Check(value.Members[i].Value);
    }
}
