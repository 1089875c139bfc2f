using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Structure;

namespace WorkflowKit.Binding;

/// <summary>Binds one step: what all kinds have in common here, each kind in the other parts.</summary>
internal sealed partial class StepBinder(BindingContext context)
{
    /// <summary>Binds a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="place">What can be seen where it starts.</param>
    /// <param name="scopes">Binds the lists inside of it.</param>
    /// <param name="settled">The step and those inside of it, as they are seen behind it.</param>
    /// <returns>The step; <see langword="null"/> where it is so wrong that nothing can be made of it.</returns>
    public CheckedStep? Bind(StepDefinition step, Place place, ScopeBinder scopes, out IReadOnlyList<SeenStep> settled)
    {
        var symbol = context.Symbols[step];
        BoundExpression? condition = null;
        if (step.If is not null)
        {
            condition = new ExpressionBinder(context, place, symbol, symbol.Block).Condition(step.If);
            place = place.Knowing(condition, true);
        }

        var site = new StepSite(context, symbol, place, scopes);
        context.Observer?.Saw(step, site.Expressions.Names);
        var bound = BindKind(step, site);
        var output = bound?.Output ?? CelType.Error;
        var mayBePassedOver = step.If is not null || step.ContinueOnError;
        var mayBeAbsent = mayBePassedOver || bound is CheckedInput { OnTimeout: not null } && !Endings.Ends(((InputDefinition)step).OnTimeout!);

        var inner = mayBePassedOver ? site.Inner.Select(one => one with { MayBeAbsent = true }) : site.Inner;
        var seen = new SeenStep(symbol, output, mayBeAbsent);
        context.Observer?.Saw(seen);
        settled = [.. inner, seen];
        if (bound is null)
            return null;

        CheckedScope? compensation = null;
        if (step.Compensate.Count > 0)
        {
            var completed = place.Seeing([.. site.Inner, new SeenStep(symbol, output, MayBeAbsent: false)]);
            compensation = scopes.Bind(step.Compensate, completed, out _);
        }

        return context.Bound[symbol] = bound with
        {
            Connection = ConnectionOf(step),
            If = condition,
            Compensation = compensation,
        };
    }

    private ConnectionDefinition? ConnectionOf(StepDefinition step) =>
        step.Connection is null ? null : context.Definition.Connections.FirstOrDefault(one => one.Name == step.Connection.Text);
}
