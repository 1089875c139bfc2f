using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class CompensationTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task What_completed_is_undone_last_first_and_the_step_that_failed_is_not()
    {
        _host.Script.Fails("c");

        var outcome = await _host.RunAsync(Three());

        outcome.Error!.StepId.ShouldBe("c");
        _host.Script.Completed.ShouldBe(["a", "b", "undo_b", "undo_a"]);
    }

    [Fact]
    public async Task A_step_that_cannot_be_undone_does_not_keep_the_others_from_it()
    {
        _host.Script.Fails("c").Fails("undo_b");

        var outcome = await _host.RunAsync(Three());

        outcome.Error!.StepId.ShouldBe("c");
        _host.Events.ShouldContain("failed undo_b InvalidDataException");
        _host.Script.Completed.ShouldContain("undo_a");
        outcome.Undone.ShouldBe(["a", "undo_a"]);
        outcome.Voided.ShouldBe(["c", "undo_b", "a", "undo_a"]);
    }

    [Fact]
    public async Task A_run_that_completes_undoes_nothing()
    {
        (await _host.RunAsync(Three())).Kind.ShouldBe(RunOutcomeKind.Completed);

        _host.Script.Started.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Passes_of_a_loop_are_undone_each()
    {
        var (each, book, undo, after) = (Flow.Control("each", "forEach"), Flow.Call("book", "each"), Flow.Call("undo", "book", undo: true), Flow.Call("after"));
        _host.Script.Fails("after");

        await _host.RunAsync(new([each, book, undo, after], async run =>
        {
            await run.At(each).ForEachAsync(new[] { "x", "y" }, 1, async (run, item, _) =>
            {
                await run.At(book).ExecuteAsync(new(item));
                run.At(book).Compensate(async run => await run.At(undo).ExecuteAsync(new(item)));
            });
            await run.At(after).ExecuteAsync(new(""));
            return CelValue.Null;
        }));

        _host.Script.Completed.ShouldBe(["each[0]/book", "each[1]/book", "each[1]/undo", "each[0]/undo"]);
    }

    [Fact]
    public async Task A_whole_container_can_be_undone_and_is_run_anew_by_a_retry()
    {
        var (each, book, undo, after) = (Flow.Control("each", "forEach"), Flow.Call("book", "each"), Flow.Call("undo", "each", undo: true), Flow.Call("after"));
        _host.Script.Fails("after", times: 1);
        Flow Make() => new([each, book, undo, after], async run =>
        {
            await run.At(each).ForEachAsync(new[] { "x" }, 1, async (run, item, _) => await run.At(book).ExecuteAsync(new(item)));
            run.At(each).Compensate(async run => await run.At(undo).ExecuteAsync(new("all")));
            await run.At(after).ExecuteAsync(new(""));
            return CelValue.Null;
        });

        var failed = await _host.RunAsync(Make());
        var before = _host.Script.Keys["each[0]/book"];
        var resumed = new ExecutionResumed(_host.Time.GetUtcNow(), PauseReason.User, "ann", failed.Voided, failed.Undone);
        resumed.Place("run-1", _host.Log.Entries.Count + 1);
        var outcome = await _host.RunAsync(Make(), [.. _host.Log.Entries, resumed]);

        failed.Undone.ShouldBe(["each", "each[", "undo"]);
        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Script.Started.Count(path => path == "each[0]/book").ShouldBe(2);
        _host.Script.Keys["each[0]/book"].ShouldNotBe(before, "what was undone is another piece of work");
    }

    [Fact]
    public async Task A_skipped_step_is_not_undone()
    {
        var (a, undo, b) = (Flow.Call("a"), Flow.Call("undo", "a", undo: true), Flow.Call("b"));
        _host.Script.Fails("b");

        await _host.RunAsync(new([a, undo, b], async run =>
        {
            if (run.At(a).When(false)) await run.At(a).ExecuteAsync(new(""));
            await run.At(b).ExecuteAsync(new(""));
            return CelValue.Null;
        }));

        _host.Events.ShouldBe(["skipped a condition", "started b", "failed b InvalidDataException"]);
    }

    private static Flow Three()
    {
        var steps = new List<StepSlot>();
        foreach (var id in (string[])["a", "b", "c"])
        {
            steps.Add(Flow.Call(id));
            steps.Add(Flow.Call("undo_" + id, id, undo: true));
        }

        return new(steps, async run =>
        {
            for (var i = 0; i < 6; i += 2)
            {
                var (step, undo) = ((ActivitySlot<Call.Input, Call.Output>)steps[i], (ActivitySlot<Call.Input, Call.Output>)steps[i + 1]);
                await run.At(step).ExecuteAsync(new(""));
                run.At(step).Compensate(async run => await run.At(undo).ExecuteAsync(new("")));
            }

            return CelValue.Null;
        });
    }
}
