using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>The steps that hold no others, or only for a special case.</summary>
internal sealed partial class StepBinder
{
    private CheckedStep? BindKind(StepDefinition step, StepSite site) => step switch
    {
        ActivityDefinition => BindActivity(step, site),
        SwitchDefinition one => BindSwitch(one, site),
        ParallelDefinition one => BindParallel(one, site),
        ForEachDefinition one => BindForEach(one, site),
        WhileDefinition one => BindWhile(one, site),
        RepeatDefinition one => BindRepeat(one, site),
        TryDefinition one => BindTry(one, site),
        WaitDefinition one => BindWait(one, site),
        InputDefinition one => BindInput(one, site),
        ChildWorkflowDefinition one => new CheckedChild(site.Symbol, one.Workflow.Text, site.Expressions.OptionalValue(one.With)),
        SetDefinition => BindSet(step, site),
        LogDefinition one => new CheckedLog(site.Symbol, site.Expressions.Text(one.Message)),
        ReturnDefinition => new CheckedReturn(site.Symbol, site.Expressions.OptionalValue(step.With)),
        FailDefinition one => new CheckedFail(site.Symbol, site.Expressions.Text(one.Message), one.Code is null ? null : site.Expressions.Text(one.Code)),
        _ => null,
    };

    private CheckedActivity? BindActivity(StepDefinition step, StepSite site)
    {
        if (context.Catalogue.Find(step.Type) is not { } descriptor)
        {
            // The unknown type is reported elsewhere; what is wrong in the expressions is told all the same.
            site.Expressions.OptionalValue(step.With);
            return null;
        }

        var input = site.Expressions.Input(step, context.Types.Read(descriptor.InputType));
        return new CheckedActivity(site.Symbol, descriptor, input, context.Types.ReadOutput(descriptor.StepType, descriptor.OutputType));
    }

    private static CheckedWait? BindWait(WaitDefinition step, StepSite site)
    {
        if (step is { For: { } duration })
        {
            return IsoDuration.Read(duration.Text, out var span) is null
                ? new CheckedWait(site.Symbol) { Duration = span }
                : new CheckedWait(site.Symbol) { Expression = site.Expressions.Of(duration, WaitTypes.Duration, "a duration") };
        }

        if (step is { Until: { } time })
        {
            return Timestamps.TryRead(time.Text, out var moment)
                ? new CheckedWait(site.Symbol) { Time = moment }
                : new CheckedWait(site.Symbol) { Expression = site.Expressions.Of(time, WaitTypes.Time, "a timestamp"), IsUntil = true };
        }

        return null;
    }

    private CheckedInput BindInput(InputDefinition step, StepSite site)
    {
        var schema = step.With?["schema"];
        var known = context.Schemas.Shapes.Count;
        var type = schema is null ? CelType.Dyn : context.Schemas.Read(schema, RecordName(site.Symbol));
        IReadOnlyList<RecordShape> records = [.. context.Schemas.Shapes.Skip(known)];
        var onTimeout = step.OnTimeout is null ? null : site.Visible(step.OnTimeout, mayBeAbsent: true);
        return new CheckedInput(site.Symbol, type, schema is null ? "true" : SourceJson.Write(schema))
        {
            Title = step.With?["title"] is { } title ? site.Expressions.Text(title) : null,
            Message = step.With?["message"] is { } message ? site.Expressions.Text(message) : null,
            Records = records,
            OnTimeout = onTimeout,
            AnswerLocal = site.Place.Names.Taken.Claim("answer"),
        };
    }

    private CheckedSet? BindSet(StepDefinition step, StepSite site)
    {
        if (step.With is null)
            return null;

        var value = site.Expressions.Value(step.With);
        var shaper = new TemplateShaper(context.MethodNames);
        var shaped = shaper.Shape(step.With, value.Root, RecordName(site.Symbol));
        return new CheckedSet(site.Symbol, value, value with { Root = shaped, Type = ExpressionBinder.ValueType(shaped.Type) }, shaper.Shapes);
    }

    private static string RecordName(StepSymbol step) => Emission.Identifiers.ToPascalCase(step.Local) + "Output";
}
