using System.Runtime.ExceptionServices;

namespace WorkflowKit.Runs;

internal static partial class Containers
{
    /// <summary>Runs the steps of a scope along their edges. The scope is no step of its own: nothing is recorded of it.</summary>
    internal static async ValueTask GraphAsync(RunScope scope, GraphNode[] nodes)
    {
        var run = scope.Run;
        var verdict = new Verdict();
        var halt = new Halt(scope.Halt);
        await new Graph(run, nodes, async node =>
        {
            // A node that the log knows is run all the same, so that what the log has of it is asked for.
            var inner = scope.Inside(scope.Owner, halt: halt);
            if (halt.IsRequested && run.Journal.Find(scope.Frame.PathOf(node.Step)) is null)
            {
                verdict.Add(inner, new HaltedSignal());
                return;
            }

            try
            {
                await node.Body(inner).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not ReplayDivergenceException)
            {
                if (verdict.Add(inner, error)) run.Cut(halt);
            }

            scope.AdoptLater(inner);
        }).RunAsync().ConfigureAwait(false);
        halt.Release();
        if (verdict.Combine() is { } error) ExceptionDispatchInfo.Throw(error);
    }
}
