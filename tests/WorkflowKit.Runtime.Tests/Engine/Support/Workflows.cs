using WorkflowKit.Definitions;
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

    /// <summary>A step that is undone because a wait outlasts the workflow's time.</summary>
    internal static TestWorkflow RunningOutOfTime(string id)
    {
        var (book, undo, pause) = (Flow.Call("book"), Flow.Call("unbook", parent: "book", undo: true), Flow.Control("pause", "wait"));
        return new TestWorkflow(id, [book, undo, pause], async run =>
        {
            await run.At(book).ExecuteAsync(new("x"));
            run.At(book).Compensate(async run => await run.At(undo).ExecuteAsync(new("x")));
            await run.At(pause).WaitAsync(TimeSpan.FromDays(2));
            return Cel.Of("late");
        }) { Options = new() { Timeout = TimeSpan.FromHours(1) } };
    }

    /// <summary>A bit of everything: side by side, in passes, again and again, in vain, in time, for a person, in a child.</summary>
    internal static TestWorkflow Everything(string id, string child)
    {
        var (first, both, left, right) = (Flow.Call("first", retry: new(3, TimeSpan.FromSeconds(30))), Flow.Control("both", "parallel"), Flow.Call("left", "both"), Flow.Call("right", "both"));
        var (each, one) = (Flow.Control("each", "forEach"), Flow.Call("one", "each"));
        var (attempt, bad, mend) = (Flow.Control("attempt", "try"), Flow.Call("bad", "attempt"), Flow.Call("mend", "attempt"));
        var (pause, ask, call, last) = (Flow.Control("pause", "wait"), Flow.Control("ask", "input"), Flow.Control("call", "workflow"), Flow.Call("last"));
        return new TestWorkflow(id, [first, both, left, right, each, one, attempt, bad, mend, pause, ask, call, last], async run =>
        {
            await run.At(first).ExecuteAsync(new("x"));
            await run.At(both).ParallelAsync(
                ParallelMode.All, null,
                new ParallelBranch("left", async run => Cel.Of((await run.At(left).ExecuteAsync(new("l"))).Value)),
                new ParallelBranch("right", async run => Cel.Of((await run.At(right).ExecuteAsync(new("r"))).Value)));
            await run.At(each).ForEachAsync([1, 2, 3], 2, async (run, item, _) => (await run.At(one).ExecuteAsync(new($"{item}"))).Value, Cel.Of);
            await run.At(attempt).TryAsync(
                async run => await run.At(bad).ExecuteAsync(new("x")),
                async (run, _) => (await run.At(mend).ExecuteAsync(new("x"))).Value == "x",
                null);
            await run.At(pause).WaitAsync(TimeSpan.FromHours(1));
            await run.At(ask).InputAsync("Approve?", null, Approval);
            var called = await run.At(call).ChildAsync(child, CelValue.FromJson(EngineHost.Json("{}")));
            await run.At(last).ExecuteAsync(new("x"));
            return called;
        });
    }
}
