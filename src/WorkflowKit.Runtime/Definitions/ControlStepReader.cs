using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reads what one kind of step has of its own.</summary>
internal sealed class ControlStepReader(MemberReader members, StepHead head, DefinitionReadContext context, StepListReader lists)
{
    private const int MostAtOnce = 1_000;
    private const int DefaultIterations = 1_000;
    private const int MostIterations = 1_000_000;
    private const string ConditionExample = "an expression that gives true or false";

    private static readonly string[] Types =
        ["parallel", "switch", "forEach", "while", "repeat", "try", "wait", "input", "workflow", "set", "log", "return", "fail"];

    public StepDefinition Read() => head.Type switch
    {
        "parallel" => ReadParallel(),
        "switch" => new SwitchDefinition(head) { Cases = new ClauseReader(context, lists).ReadCases(members), Default = lists.Optional(members, "default") },
        "forEach" => ReadForEach(),
        "while" => ReadWhile(),
        "repeat" => ReadRepeat(),
        "try" => ReadTry(),
        "wait" => ReadWait(),
        "input" => ReadInput(),
        "workflow" => ReadWorkflow(),
        "set" => ReadSet(),
        "log" => ReadLog(),
        "return" => new ReturnDefinition(head),
        "fail" => ReadFail(),
        _ => ReadActivity(),
    };

    private ActivityDefinition ReadActivity()
    {
        if (head.Type.Length > 0 && !head.Type.Contains('.'))
        {
            context.Bag.ReportWithHint(
                DefinitionDiagnostics.UnknownControlStep,
                head.TypeSource,
                head.Type is "if" or "condition" or "choice" ? "A step with an `if` runs only where that holds; of several ways a `switch` takes one." : MemberReader.Meant(head.Type, Types),
                DefinitionDiagnostics.Shorten(head.Type),
                Words.List(Types));
        }

        return new(head);
    }

    private ParallelDefinition ReadParallel() => new(head)
    {
        Branches = new ClauseReader(context, lists).ReadBranches(members),
        MaxConcurrency = members.Integer("maxConcurrency", 1, MostAtOnce),
        Mode = (ParallelMode)(members.Word("mode", "all", "settle", "first") ?? 0),
    };

    private ForEachDefinition ReadForEach()
    {
        var variable = members.OfKind("as", SourceValueKind.String, "a string");
        if (variable is not null && !Names.IsVariable(variable.Text))
            context.Bag.Report(DefinitionDiagnostics.BadName, variable, DefinitionDiagnostics.Shorten(variable.Text), "the name of an item", Names.VariableRule);
        return new(head)
        {
            Items = RequiredExpression("items", "an expression that gives a list, such as `inputs.lines`"),
            As = variable?.Text ?? "item",
            AsSource = variable,
            Concurrency = members.Integer("concurrency", 1, MostAtOnce) ?? 1,
            Steps = lists.Required(members, "steps"),
            Result = members.Expression("result"),
        };
    }

    private WhileDefinition ReadWhile()
    {
        var most = members.Integer("maxIterations", 1, MostIterations);
        return new(head)
        {
            Condition = RequiredExpression("condition", ConditionExample),
            Steps = lists.Required(members, "steps"),
            MaxIterations = most ?? DefaultIterations,
            HasMaxIterations = most is not null,
        };
    }

    private RepeatDefinition ReadRepeat()
    {
        var most = members.Integer("maxIterations", 1, MostIterations);
        return new(head)
        {
            Until = RequiredExpression("until", ConditionExample),
            Steps = lists.Required(members, "steps"),
            MaxIterations = most ?? DefaultIterations,
            HasMaxIterations = most is not null,
            Delay = members.Duration("delay", allowZero: true, out _),
        };
    }

    private TryDefinition ReadTry() => new(head)
    {
        Steps = lists.Required(members, "steps"),
        Catch = new ClauseReader(context, lists).ReadCatches(members),
        Finally = lists.Optional(members, "finally"),
    };

    private WaitDefinition ReadWait()
    {
        var length = members.DurationOrExpression("for");
        var until = members.Expression("until");
        TimeSpan? lengthLiteral = null;
        DateTimeOffset? untilLiteral = null;
        if (members.Source["for"] is not null && members.Source["until"] is { } second)
            context.Bag.Report(DefinitionDiagnostics.Conflict, second, "A `wait` step has either `for` or `until`, not both", "Remove one of them");
        else if (members.Source["for"] is null && members.Source["until"] is null && members.Source.IsComplete)
            context.Bag.Report(DefinitionDiagnostics.MissingMember, members.Source, "for", "A `wait` step", "a duration such as `PT5M`, or `until` with a timestamp");

        if (length is not null && (IsoDuration.Looks(length.Text) || DurationGuess.Of(length.Text) is not null))
            lengthLiteral = members.Duration("for", allowZero: true, out length);
        if (until is not null && TimestampGuess.Looks(until.Text) && !Timestamps.TryRead(until.Text, out untilLiteral))
        {
            var guess = TimestampGuess.Of(until.Text) is { } meant ? DidYouMean.For(meant) : null;
            context.Bag.ReportWithHint(DefinitionDiagnostics.BadTimestamp, until, guess, DefinitionDiagnostics.Shorten(until.Text));
            until = members.OrReported(null);
        }

        return new(head) { For = length, ForLiteral = lengthLiteral, Until = until, UntilLiteral = untilLiteral };
    }

    private InputDefinition ReadInput()
    {
        members.Require("with", "an object with `title`, `message` and `schema`");
        if (head.With is { Kind: SourceValueKind.Object } with)
        {
            var form = new MemberReader(with, "The `with` of an `input` step", context);
            form.TextTemplate("title");
            form.TextTemplate("message");
            form.Require("schema", "the JSON Schema of the data that is asked for");
            if (form.Any("schema") is { } schema)
                new SchemaReader(context).Check(schema, "`schema`", mustBeObject: false);
            form.Finish();
        }
        else if (head.With is { } other)
        {
            context.Bag.Report(DefinitionDiagnostics.WrongType, other, "`with`", "an object with `title`, `message` and `schema`", JsonKinds.Describe(other));
        }

        return new(head) { OnTimeout = lists.Optional(members, "onTimeout") };
    }

    private ChildWorkflowDefinition ReadWorkflow()
    {
        members.Require("workflow", "the id of the workflow to run");
        var id = members.NamedText("workflow");
        if (id is not null && !Names.IsWorkflowId(id.Text))
            context.Bag.Report(DefinitionDiagnostics.BadName, id, DefinitionDiagnostics.Shorten(id.Text), "a workflow's id", Names.WorkflowRule);
        return new(head) { Workflow = members.OrReported(id) };
    }

    private SetDefinition ReadSet()
    {
        members.Require("with", "the value, a template");
        return new(head);
    }

    private LogDefinition ReadLog()
    {
        string[] levels = ["trace", "debug", "information", "warning", "error"];
        members.Require("message", "the line, a template");
        return new(head)
        {
            Level = members.Word("level", levels) is { } level ? levels[level] : "information",
            Message = members.OrReported(members.TextTemplate("message")),
        };
    }

    private FailDefinition ReadFail()
    {
        members.Require("message", "what went wrong, a template");
        return new(head) { Message = members.OrReported(members.TextTemplate("message")), Code = members.TextTemplate("code") };
    }

    private SourceValue RequiredExpression(string name, string example)
    {
        members.Require(name, example);
        return members.OrReported(members.Expression(name));
    }
}
