using static WorkflowKit.Definitions.Format.FormatKind;

namespace WorkflowKit.Definitions.Format;

/// <summary>The steps of workflow.json.</summary>
internal static class StepFormats
{
    private static readonly FormatObject RetryMembers = new(
        new FormatMember("maxAttempts", Integer, "How often the step is tried in all, the first time included.") { Minimum = 1, Maximum = 1_000, Default = "3" },
        new FormatMember("delay", Duration, "The time before the second attempt.") { Default = "\"PT1S\"" },
        new FormatMember("backoff", Word, "How the delay grows.")
        {
            Default = "\"constant\"",
            Words =
            [
                new("constant", "The same delay each time."),
                new("linear", "One delay more each time."),
                new("exponential", "Twice the delay each time."),
            ],
        },
        new FormatMember("maxDelay", Duration, "The longest delay; without it there is no limit."),
        new FormatMember("jitter", FormatKind.Boolean, "Whether delays vary by chance, so that many runs do not try again at the same moment.") { Default = "false" });

    private static readonly FormatObject BranchMembers = new(
        new FormatMember("id", OwnId, "The branch's id; its output is the member of this name.") { IsRequired = true },
        new FormatMember("if", Condition, "Whether the branch runs; false: its steps are skipped."),
        new FormatMember("steps", StepList, "The steps of the branch.") { IsRequired = true });

    private static readonly FormatObject CaseMembers = new(
        new FormatMember("when", Condition, "The first case whose condition is true is taken.") { IsRequired = true },
        new FormatMember("steps", StepList, "The steps of the case.") { IsRequired = true });

    private static readonly FormatObject CatchMembers = new(
        new FormatMember("when", Condition, "Which failures the clause takes; it sees `error`. Without it: all."),
        new FormatMember("steps", StepList, "What is done about the failure; expressions see `error`.") { IsRequired = true });

    private static readonly FormatObject FormMembers = new(
        new FormatMember("title", TextTemplate, "The headline of the form."),
        new FormatMember("message", TextTemplate, "What the person should know."),
        new FormatMember("schema", Schema, "JSON Schema of the data that is asked for; it drives the form.") { IsRequired = true });

    private static readonly FormatMember Id =
        new("id", OwnId, $"The step's id, unique in the whole definition; expressions read `steps.ID.output`. It is {Names.StepRule}.") { IsRequired = true };

    private static readonly FormatMember Type = new("type", StepType, "What the step does: a step of the host (`billing.charge`) or a control step (`forEach`).") { IsRequired = true };
    private static readonly FormatMember Name = new("name", Text, "The step's name, for people.");
    private static readonly FormatMember Description = new("description", Text, "What the step is for.");
    private static readonly FormatMember If = new("if", Condition, "Whether the step runs; false: it is skipped, and the run goes on.");
    private static readonly FormatMember After = new("after", StepIds, "The steps of the same list that must have settled first. Left out: the one before it; `[]`: none.");
    private static readonly FormatMember Timeout = new("timeout", Duration, "How long one attempt may take.") { AllowsZero = false };
    private static readonly FormatMember Compensate = new("compensate", StepList, "Steps that undo this one, should the run fail or be cancelled after it completed.");
    private static readonly FormatMember Ui = new("ui", Anything, "Whatever an editor wants to keep; it is never read.");

    private static readonly FormatMember OnError = new("onError", Word, "What a failure of the step does to the run.")
    {
        Default = "\"fail\"",
        Words = [new("fail", "The run fails, or the enclosing `try` takes it."), new("continue", "The failure is recorded as `steps.ID.error`, and the run goes on.")],
    };

    private static readonly FormatMember Body = new("steps", StepList, "The steps of one pass.") { IsRequired = true };
    private static readonly FormatMember Iterations = new("maxIterations", Integer, "The most passes; one more, and the step fails with code `iteration_limit`.") { Minimum = 1, Maximum = 1_000_000, Default = "1000" };

    public static FormatObject Activity { get; } = Step(
        new FormatMember("with", FormatKind.Input, "The step's input; strings may hold `${{ expressions }}`."),
        new FormatMember("connection", ConnectionName, "The declared connection that the step uses."),
        new FormatMember("retry", FormatKind.Object, "How often a failed attempt is made again, and when.") { Object = RetryMembers },
        Timeout,
        new FormatMember("resilience", Pipeline, "A resilience pipeline of the host (circuit breaker, rate limit) that each attempt runs through."));

    public static IReadOnlyList<StepFormat> ControlSteps { get; } =
    [
        new("switch", "Switch", "Takes the first case whose condition is true; the steps of the others are skipped.", Step(
            new FormatMember("cases", Objects, "The cases, in the order in which they are tried.") { IsRequired = true, Object = CaseMembers },
            new FormatMember("default", StepList, "The steps where no case is true."))),
        new("forEach", "For each", "Runs its steps once for every item of a list. Its output is the list of the results, in the order of the items.", Step(
            new FormatMember("items", Expression, "The list.") { IsRequired = true },
            new FormatMember("as", Variable, "What expressions call the item; `index` is always there.") { Default = "\"item\"" },
            new FormatMember("concurrency", Integer, "How many passes run at once.") { Minimum = 1, Maximum = 1_000, Default = "1" },
            Body,
            new FormatMember("result", Expression, "What a pass gives; without it, the output of its last step."))),
        new("while", "While", "Runs its steps again as long as a condition is true, which is tested before each pass.", Step(
            new FormatMember("condition", Condition, "Whether there is another pass.") { IsRequired = true },
            Body,
            Iterations)),
        new("repeat", "Repeat", "Runs its steps until a condition is true, which is tested after each pass. With `delay` it is a poll.", Step(
            Body,
            new FormatMember("until", Condition, "Whether it is done; it sees the steps of the pass.") { IsRequired = true },
            Iterations,
            new FormatMember("delay", Duration, "The time between two passes."))),
        new("parallel", "Parallel", "Runs branches at the same time. Its output has one member for each branch: the output of the branch's last step.", Step(
            new FormatMember("branches", Objects, "The branches.") { IsRequired = true, Object = BranchMembers },
            new FormatMember("mode", Word, "When it has ended.")
            {
                Default = "\"all\"",
                Words =
                [
                    new("all", "When all branches have completed; the first failure stops the others."),
                    new("settle", "When all branches have come to their end; it fails if any of them failed."),
                    new("first", "When the first branch has completed; the others are cancelled."),
                ],
            },
            new FormatMember("maxConcurrency", Integer, "How many branches run at once; without it, all.") { Minimum = 1, Maximum = 1_000 })),
        new("try", "Try", "Runs its steps, and others where one of them fails.", Step(
            new FormatMember("steps", StepList, "The steps that may fail.") { IsRequired = true },
            new FormatMember("catch", Objects, "What is done about a failure: the first clause that takes it. Needed unless there is `finally`.") { Object = CatchMembers },
            new FormatMember("finally", StepList, "Steps that run in the end, whatever happened."))),
        new("wait", "Wait", "Waits for a length of time or until a moment. A long wait holds nothing in memory.", Step(
            new FormatMember("for", DurationOrExpression, "How long: a duration such as `PT5M`, or an expression. Either this or `until`."),
            new FormatMember("until", TimestampOrExpression, "Until when: a timestamp such as `2026-02-28T13:30:00Z`, or an expression. Either this or `for`."))),
        new("input", "Ask somebody", "Pauses the run until somebody supplies data that satisfies the schema. The data is the output.", Step(
            new FormatMember("with", FormatKind.Object, "The form.") { IsRequired = true, Object = FormMembers },
            Timeout with { Description = "How long it waits for an answer." },
            new FormatMember("onTimeout", StepList, "The steps where nobody answers in time; without them the step fails with code `timeout`."))),
        new("workflow", "Run a workflow", "Runs another workflow and waits for it. Its output is the child's outputs.", Step(
            new FormatMember("workflow", FormatKind.WorkflowId, "The id of the workflow.") { IsRequired = true },
            new FormatMember("with", Template, "The child's inputs; strings may hold `${{ expressions }}`."),
            Timeout with { Description = "How long the child may take." })),
        new("set", "Set", "Names a value: its output is its template, evaluated.", Step(
            new FormatMember("with", Template, "The value; strings may hold `${{ expressions }}`.") { IsRequired = true })),
        new("log", "Log", "Writes one line to the run's log.", Step(
            new FormatMember("message", TextTemplate, "The line; it may hold `${{ expressions }}`.") { IsRequired = true },
            new FormatMember("level", Word, "How much it weighs.")
            {
                Default = "\"information\"",
                Words =
                [
                    new("trace", "For following every move."),
                    new("debug", "For finding out what went wrong."),
                    new("information", "For knowing what happens."),
                    new("warning", "For what is odd but can go on."),
                    new("error", "For what went wrong."),
                ],
            })),
        new("return", "Return", "Ends the run as completed.", Step(
            new FormatMember("with", Template, "The run's output, in place of `outputs`; strings may hold `${{ expressions }}`."))),
        new("fail", "Fail", "Ends the run as failed, or enters the enclosing `catch`.", Step(
            new FormatMember("message", TextTemplate, "What went wrong; it may hold `${{ expressions }}`.") { IsRequired = true },
            new FormatMember("code", TextTemplate, "A word that programs and `catch` clauses can tell the failure by."))),
    ];

    private static readonly Dictionary<string, StepFormat> ByType = ControlSteps.ToDictionary(step => step.Type, StringComparer.Ordinal);

    public static StepFormat? Find(string type) => ByType.GetValueOrDefault(type);

    private static FormatObject Step(params FormatMember[] own) => new([Id, Name, Type, Description, If, After, .. own, OnError, Compensate, Ui]);
}
