using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Structure;

namespace WorkflowKit.Binding;

/// <summary>The steps that hold others.</summary>
internal sealed partial class StepBinder
{
    private static CheckedSwitch BindSwitch(SwitchDefinition step, StepSite site)
    {
        // A case is reached where its condition is true and those before it are not.
        var place = site.Place;
        var cases = new List<CheckedCase>();
        foreach (var one in step.Cases)
        {
            var condition = site.ExpressionsAt(place).Condition(one.When);
            cases.Add(new CheckedCase(condition, one.When, site.Visible(one.Steps, place.Knowing(condition, true), mayBeAbsent: true, out _)));
            place = place.Knowing(condition, false);
        }

        return new CheckedSwitch(site.Symbol, cases, step.Default is null ? null : site.Visible(step.Default, place, mayBeAbsent: true, out _));
    }

    private static CheckedParallel BindParallel(ParallelDefinition step, StepSite site) => new(site.Symbol, [.. step.Branches.Select(branch =>
    {
        var condition = branch.If is null ? null : site.Expressions.Condition(branch.If);
        var scope = site.Visible(branch.Steps, condition is null ? site.Place : site.Place.Knowing(condition, true), branch.If is not null || step.Mode == ParallelMode.First, out var settled);
        return new CheckedBranch(branch.Id, condition, scope, StepSite.OutputOf(scope, settled));
    })]);

    private CheckedForEach BindForEach(ForEachDefinition step, StepSite site)
    {
        var items = site.Expressions.List(step.Items, out var itemType);
        if (site.Place.Names.Find(step.As) is not null)
            context.Diagnostics.Add(Hidden(step));

        var names = new NameScope(site.Place.Names, site.Place.Names.Taken.Nested());
        var (itemLocal, indexLocal) = (names.Taken.Claim(Emission.Identifiers.ToCamelCase(step.As)), names.Taken.Claim("index"));
        var readsIndex = false;
        names.Add("index", new ValueBinding(CelType.Int, Emission.Code.Identifier(indexLocal)) { OnRead = () => readsIndex = true });
        names.Add(step.As, new ValueBinding(itemType, Emission.Code.Identifier(itemLocal)));

        var start = site.Place.Naming(names, step.As, "index");
        var body = site.Hidden(step.Steps, start, out var settled);
        if (step.Result is not null)
        {
            var result = site.ExpressionsIn(body, start.Seeing(settled)).Any(step.Result);
            return new CheckedForEach(site.Symbol, items, itemLocal, readsIndex ? indexLocal : null, body) { Result = result, ResultType = result.Type };
        }

        var last = StepSite.OutputOf(body, settled);
        var isBroken = body.Steps.Count < step.Steps.Count;
        var type = last is null ? isBroken ? CelType.Error : CelType.Null : last.MayBeAbsent ? CelType.NullableOf(last.Output) : last.Output;
        return new CheckedForEach(site.Symbol, items, itemLocal, readsIndex ? indexLocal : null, body) { LastOutput = last, ResultType = type };
    }

    private static CheckedWhile BindWhile(WhileDefinition step, StepSite site)
    {
        // The condition is tested between passes: it sees what the pass before gave, where there was one.
        var body = site.Hidden(step.Steps, site.Place, out var settled);
        var condition = site.ExpressionsAt(site.Place.Seeing(settled.Select(StepSite.Absent))).Condition(step.Condition);
        return new CheckedWhile(site.Symbol, condition, body);
    }

    private static CheckedRepeat BindRepeat(RepeatDefinition step, StepSite site)
    {
        var body = site.Hidden(step.Steps, site.Place, out var settled);
        return new CheckedRepeat(site.Symbol, body, site.ExpressionsAt(site.Place.Seeing(settled)).Condition(step.Until));
    }

    private static CheckedTry BindTry(TryDefinition step, StepSite site)
    {
        var isCaught = step.Catch.Any(clause => !Endings.Ends(clause.Steps));
        var body = site.Visible(step.Steps, site.Place, isCaught, out var tried);

        var afterFailure = site.Place.Seeing(tried.Select(StepSite.Absent));
        var names = new NameScope(afterFailure.Names, afterFailure.Names.Taken.Nested());
        var errorLocal = names.Taken.Claim("error");
        names.Add("error", new ValueBinding(ErrorType.Instance, Emission.Code.Identifier(errorLocal)));
        var caught = afterFailure.Naming(names, "error");

        var clauses = new List<CheckedCase>();
        var last = afterFailure;
        foreach (var clause in step.Catch)
        {
            var condition = clause.When is null ? null : site.ExpressionsAt(caught).Condition(clause.When);
            clauses.Add(new CheckedCase(condition, clause.When, site.Visible(clause.Steps, condition is null ? caught : caught.Knowing(condition, true), mayBeAbsent: true, out var settled)));
            last = last.Seeing(settled.Select(StepSite.Absent));
        }

        var final = step.Finally is null ? null : site.Visible(step.Finally, last, mayBeAbsent: false, out _);
        return new CheckedTry(site.Symbol, body, clauses, errorLocal, final);
    }

    private static Diagnostics.Diagnostic Hidden(ForEachDefinition step)
    {
        var source = step.AsSource ?? step.IdSource;
        return BindingDiagnostics.HiddenName.At(source.Pointer, source.Span, [step.As]);
    }
}
