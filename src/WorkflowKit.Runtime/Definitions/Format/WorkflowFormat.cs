using static WorkflowKit.Definitions.Format.FormatKind;

namespace WorkflowKit.Definitions.Format;

/// <summary>
/// What workflow.json may hold, as data: the source of the schema and of what editors offer. The readers decide; a test holds the two together.
/// </summary>
internal static class WorkflowFormat
{
    private static readonly FormatObject Connection = new(
        new FormatMember("provider", Provider, "The service that the account is at, such as `shopify`.") { IsRequired = true });

    private static readonly FormatObject Concurrency = new(
        new FormatMember("key", Expression, "Runs with the same key share the limit; the expression sees `inputs` alone. Without it all runs of the workflow do."),
        new FormatMember("limit", Integer, "How many runs may be under way at once; others wait.") { IsRequired = true, Minimum = 1, Maximum = 10_000 });

    private static readonly FormatObject Options = new(
        new FormatMember("timeout", Duration, "How long a run may take in all; then it fails.") { AllowsZero = false },
        new FormatMember("retention", Duration, "How long finished runs are kept. Without it the host decides."),
        new FormatMember("concurrency", FormatKind.Object, "How many runs may be under way at once.") { Object = Concurrency });

    /// <summary>The members of the document itself.</summary>
    public static FormatObject Root { get; } = new(
        new FormatMember("$schema", Anything, "The JSON Schema of this file, for editors."),
        new FormatMember("id", OwnWorkflowId, $"The workflow's id: {Names.WorkflowRule}.") { IsRequired = true },
        new FormatMember("name", Text, "The workflow's name, for people."),
        new FormatMember("description", Text, "What the workflow is for."),
        new FormatMember("inputs", Schema, "JSON Schema of what a run is started with. Expressions read it as `inputs`; it drives the run form."),
        new FormatMember("connections", ObjectsByName, "The accounts of the running user that the steps need, by name.") { Object = Connection },
        new FormatMember("steps", StepList, "The steps, one after the other unless `after` says otherwise.") { IsRequired = true },
        new FormatMember("outputs", Template, "What a run gives back; strings may hold `${{ expressions }}`."),
        new FormatMember("options", FormatKind.Object, "Limits and habits of the workflow's runs.") { Object = Options },
        new FormatMember("ui", Anything, "Whatever an editor wants to keep; it is never read."));

    /// <summary>The members of a step of the host's catalogue.</summary>
    public static FormatObject Activity => StepFormats.Activity;

    /// <summary>The control steps, in the order of the pages about them.</summary>
    public static IReadOnlyList<StepFormat> ControlSteps => StepFormats.ControlSteps;

    /// <summary>The members of a step of a type; of a type that is no control step, those of an activity.</summary>
    public static FormatObject StepOf(string type) => FindControlStep(type)?.Members ?? Activity;

    /// <summary>The control step of a type, or <see langword="null"/>.</summary>
    public static StepFormat? FindControlStep(string type) => StepFormats.Find(type);
}
