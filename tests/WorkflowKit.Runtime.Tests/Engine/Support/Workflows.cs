using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>The workflows that most of these tests use.</summary>
internal static class Workflows
{
    private const string Approval = """{"type":"object","properties":{"approved":{"type":"boolean"}},"required":["approved"]}""";

    /// <summary>Steps in a row; the last one's output is the execution's.</summary>
    internal static TestWorkflow Sequence(string id, params string[] steps) => Sequence(id, steps, WorkflowSettings.Default);

    internal static TestWorkflow Sequence(string id, string[] steps, WorkflowSettings settings, string? schema = null, string hash = "v1")
    {
        var slots = steps.Select(step => Flow.Call(step)).ToArray();
        return new TestWorkflow(id, slots, async run =>
        {
            var value = "";
            foreach (var slot in slots) value = (await run.At(slot).ExecuteAsync(new(slot.Id))).Value;
            return Cel.Of(value);
        }) { Options = settings, Schema = schema, Hash = hash };
    }

    /// <summary>Before, a wait, after.</summary>
    internal static TestWorkflow Waiting(string id, TimeSpan duration)
    {
        var (before, wait, after) = (Flow.Call("before"), Flow.Control("pause", "wait"), Flow.Call("after"));
        return new TestWorkflow(id, [before, wait, after], async run =>
        {
            await run.At(before).ExecuteAsync(new("x"));
            await run.At(wait).WaitAsync(duration);
            await run.At(after).ExecuteAsync(new("x"));
            return Cel.Of("done");
        });
    }

    /// <summary>Before, an input step, after.</summary>
    internal static TestWorkflow Asking(string id, TimeSpan? timeout = null)
    {
        var (before, ask, after) = (Flow.Call("before"), Flow.Control("ask", "input", timeout: timeout), Flow.Call("after"));
        return new TestWorkflow(id, [before, ask, after], async run =>
        {
            await run.At(before).ExecuteAsync(new("x"));
            var answer = await run.At(ask).InputAsync("Approve?", null, Approval);
            await run.At(after).ExecuteAsync(new("x"));
            return CelValue.FromJson(answer);
        });
    }

    /// <summary>Calls another workflow and gives its outputs.</summary>
    internal static TestWorkflow Calling(string id, string child)
    {
        var call = Flow.Control("call", "workflow");
        return new TestWorkflow(id, [call], async run => await run.At(call).ChildAsync(child, CelValue.FromJson(EngineHost.Json("""{"from":"parent"}"""))));
    }

    /// <summary>A step that is undone where a later one fails or the run is cancelled.</summary>
    internal static TestWorkflow Compensating(string id)
    {
        var (book, undo, pay) = (Flow.Call("book"), Flow.Call("unbook", parent: "book", undo: true), Flow.Call("pay"));
        return new TestWorkflow(id, [book, undo, pay], async run =>
        {
            await run.At(book).ExecuteAsync(new("x"));
            run.At(book).Compensate(async run => await run.At(undo).ExecuteAsync(new("x")));
            await run.At(pay).ExecuteAsync(new("x"));
            return Cel.Of("paid");
        });
    }
}
