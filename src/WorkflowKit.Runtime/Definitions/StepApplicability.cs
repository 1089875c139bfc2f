using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Knows which of the members that every step may have say something to which kind of step.</summary>
internal static class StepApplicability
{
    public static void Check(StepDefinition step, MemberReader members, DefinitionReadContext context)
    {
        if (step is ActivityDefinition)
            return;

        if (step is not (InputDefinition or ChildWorkflowDefinition or SetDefinition or ReturnDefinition))
            Warn("with", "it has no input");
        const string activities = "only activities have it";
        Warn("connection", activities);
        Warn("retry", activities);
        Warn("resilience", activities);
        if (step is not (InputDefinition or ChildWorkflowDefinition))
            Warn("timeout", "give it to the activities inside, or to the whole run as `options.timeout`");

        void Warn(string name, string hint)
        {
            for (var i = 0; i < members.Source.Members.Count; i++)
            {
                if (members.Source.Members[i] is { } member && member.Name == name)
                    context.Bag.ReportWithFix(DefinitionDiagnostics.NoEffect, member, SourceEdits.RemoveMember(context.Source, members.Source, member), name, step.Type, hint);
            }
        }
    }
}
