using WorkflowKit.Binding;
using WorkflowKit.Definitions;

namespace WorkflowKit.Emission;

/// <summary>What undoes a step: a lambda that the run keeps until it is needed, which may be many passes of a loop later.</summary>
internal static class CompensationEmitter
{
    public static void Emit(CheckedStep step, CheckedScope compensation, EmissionContext context)
    {
        var passing = Passing(step.Symbol, compensation.Block, context);
        var kept = passing.Count == 1 ? passing[0] : (Code)$"({Code.CommaList(passing)})";
        var name = passing.Count > 1 ? Code.Identifier(context.Program.Symbols.Names.Taken.Claim("kept")) : kept;
        var lambda = passing.Count == 0 ? (Code)$"async run =>" : $"{kept}, async (run, {name}) =>";
        using (context.Out.Block($"run.At({Code.Identifier(step.Symbol.Slot)}).Compensate({lambda}", $");"))
        {
            if (passing.Count > 1)
                context.Out.Line($"var {kept} = {name};");
            ScopeEmitter.Emit(compensation, context);
        }
    }

    /// <summary>The locals that the next pass of a loop overwrites: those that live outside of it because its condition reads them.</summary>
    private static List<Code> Passing(StepSymbol step, Block compensation, EmissionContext context)
    {
        var passes = Ancestors(step).SelectMany(static outer => PassOf(outer.Definition)).Select(context.Program.Symbols.BlockOf).ToList();
        return
        [
            .. context.Program.Symbols.All
                .Where(read => read.IsReadIn(compensation) && passes.Exists(pass => read.Block.IsInside(pass) && !read.Home.IsInside(pass)))
                .Select(static read => Code.Identifier(read.Local)),
        ];
    }

    private static IEnumerable<StepSymbol> Ancestors(StepSymbol step)
    {
        for (var outer = step.Parent; outer is not null; outer = outer.Parent)
            yield return outer;
    }

    private static IEnumerable<IReadOnlyList<StepDefinition>> PassOf(StepDefinition step) => step switch
    {
        WhileDefinition loop => [loop.Steps],
        RepeatDefinition loop => [loop.Steps],
        _ => [],
    };
}
