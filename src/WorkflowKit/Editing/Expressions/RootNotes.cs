namespace WorkflowKit.Editing.Expressions;

/// <summary>What the names that every definition has stand for.</summary>
internal static class RootNotes
{
    private static readonly Dictionary<string, string> Notes = new(StringComparer.Ordinal)
    {
        ["inputs"] = "What the run was started with, as the schema in `inputs` describes it.",
        ["steps"] = "The steps that have run at this place.",
        ["execution"] = "The run itself.",
        ["execution.id"] = "The run's id.",
        ["execution.workflowId"] = "The workflow's id.",
        ["execution.userId"] = "The user whose run it is; null where there is none.",
        ["execution.startedAt"] = "When the run was started.",
        ["execution.trigger"] = "What started the run.",
        ["error"] = "The failure that this clause takes.",
        ["index"] = "The number of the pass, from 0.",
        ["output"] = "What the step gave.",
        ["status"] = "Where the step stands: `completed`, `failed` or `skipped`.",
        ["startedAt"] = "When the step's last attempt began; null where it never did.",
        ["completedAt"] = "When the step ended; null where it never did.",
        ["stepId"] = "The step that failed.",
        ["path"] = "The failed step and the passes it was in, such as `ship[3]/book`.",
        ["message"] = "What went wrong.",
        ["type"] = "The kind of failure.",
        ["code"] = "The word that the failure can be told by; null where it has none.",
    };

    /// <summary>The note about a name; <see langword="null"/>: there is none.</summary>
    public static string? Of(string name) => Notes.GetValueOrDefault(name);

    /// <summary>The note about a member of a step.</summary>
    public static string? OfStep(string member) => member == "error" ? "Why the step failed; null where it did not." : Of(member);
}
