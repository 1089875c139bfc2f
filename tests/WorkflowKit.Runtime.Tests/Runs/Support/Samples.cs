using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using static WorkflowKit.Tests.Runs.Support.Flow;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>Workflows of every kind, as emitted code would look, each with what its calls do.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, Func<(Flow Flow, Script Script)>> All = new()
    {
        ["sequence"] = Sequence,
        ["retry"] = Retry,
        ["parallel all"] = () => Parallel(ParallelMode.All, new()),
        ["parallel all, one fails"] = () => Parallel(ParallelMode.All, new Script().Fails("b1")),
        ["parallel first"] = () => Parallel(ParallelMode.First, new()),
        ["parallel settle, one fails"] = () => Parallel(ParallelMode.Settle, new Script().Fails("b1")),
        ["forEach one by one"] = () => ForEach(1, new()),
        ["forEach side by side"] = () => ForEach(3, new()),
        ["forEach, one fails"] = () => ForEach(3, new Script().Fails("each[2]/book")),
        ["try, caught"] = () => Try(new Script().Fails("risky"), handles: true),
        ["try, not caught"] = () => Try(new Script().Fails("risky"), handles: false),
        ["try, nothing fails"] = () => Try(new(), handles: true),
        ["compensation"] = Compensation,
        ["loops and waits"] = LoopsAndWaits,
        ["input and child"] = InputAndChild,
        ["input times out"] = InputTimesOut,
        ["graph"] = () => Graph(new()),
        ["graph, one fails"] = () => Graph(new Script().Fails("left")),
        ["conditions and return"] = ConditionsAndReturn,
    };

    internal static IEnumerable<string> Names => All.Keys;

    internal static (Flow Flow, Script Script) Make(string name) => All[name]();

    private static (Flow, Script) Sequence()
    {
        var (a, b, c) = (Call("a"), Call("b"), Control("c", "set"));
        return (new([a, b, c], async run =>
        {
            var first = await run.At(a).ExecuteAsync(new("1"));
            var second = await run.At(b).ExecuteAsync(new(first.Value + "2"));
            run.At(c).Set(Cel.Of(second.Value + "3"));
            return Cel.Of(second.Value);
        }), new());
    }

    private static (Flow, Script) Retry()
    {
        var (a, b) = (Call("a", retry: new(4, TimeSpan.FromSeconds(1)) { Backoff = RetryBackoff.Exponential }), Call("b"));
        return (new([a, b], async run =>
        {
            var first = await run.At(a).ExecuteAsync(new("1"));
            return Cel.Of((await run.At(b).ExecuteAsync(new(first.Value))).Value);
        }), new Script().Fails("a", times: 2));
    }

    private static (Flow, Script) Parallel(ParallelMode mode, Script script)
    {
        var both = Control("both", "parallel");
        StepSlot[] steps = [both, Call("a1", "both"), Call("a2", "both"), Call("b1", "both"), Call("b2", "both"), Call("after")];
        ActivitySlot<Support.Call.Input, Support.Call.Output> Slot(int i) => (ActivitySlot<Support.Call.Input, Support.Call.Output>)steps[i];
        foreach (var path in (string[])["a1", "a2", "b2"])
        {
            script.On(path, async (context, _) =>
            {
                await Task.Yield();
                return context.Path;
            });
        }

        return (new(steps, async run =>
        {
            var output = await run.At(both).ParallelAsync(
                mode,
                null,
                new ParallelBranch("a", async run =>
                {
                    await run.At(Slot(1)).ExecuteAsync(new("a1"));
                    return Cel.Of((await run.At(Slot(2)).ExecuteAsync(new("a2"))).Value);
                }),
                new ParallelBranch("b", async run =>
                {
                    await run.At(Slot(3)).ExecuteAsync(new("b1"));
                    return Cel.Of((await run.At(Slot(4)).ExecuteAsync(new("b2"))).Value);
                }));
            await run.At(Slot(5)).ExecuteAsync(new("after"));
            return output;
        }), script);
    }

    private static (Flow, Script) ForEach(int concurrency, Script script)
    {
        script.Yields = concurrency > 1;
        var (each, book, log) = (Control("each", "forEach"), Call("book", "each"), Control("line", "log", "each"));
        return (new([each, book, log], async run =>
        {
            var list = await run.At(each).ForEachAsync(
                Enumerable.Range(0, 5),
                concurrency,
                async (run, item, index) =>
                {
                    run.At(log).Log(Microsoft.Extensions.Logging.LogLevel.Information, $"item {item}");
                    return (await run.At(book).ExecuteAsync(new($"v{item}"))).Value;
                },
                Cel.Of);
            return Cel.Of(string.Join(',', list));
        }), script);
    }

    private static (Flow, Script) Try(Script script, bool handles)
    {
        var guard = Control("guard", "try");
        var (before, risky, mend, tidy, after) = (Call("before", "guard"), Call("risky", "guard"), Call("mend", "guard"), Call("tidy", "guard"), Call("after"));
        return (new([guard, before, risky, mend, tidy, after], async run =>
        {
            await run.At(guard).TryAsync(
                async run =>
                {
                    await run.At(before).ExecuteAsync(new("1"));
                    await run.At(risky).ExecuteAsync(new("2"));
                    run.Skip(mend);
                },
                async (run, error) =>
                {
                    if (!handles) return false;
                    await run.At(mend).ExecuteAsync(new(error.Message));
                    return true;
                },
                async run => await run.At(tidy).ExecuteAsync(new("tidy")));
            return Cel.Of((await run.At(after).ExecuteAsync(new("end"))).Value);
        }), script);
    }

    private static (Flow, Script) Compensation()
    {
        var (a, b, c) = (Call("a"), Call("b"), Call("c"));
        var (undoA, undoB) = (Call("undoA", "a", undo: true), Call("undoB", "b", undo: true));
        return (new([a, undoA, b, undoB, c], async run =>
        {
            await run.At(a).ExecuteAsync(new("1"));
            run.At(a).Compensate(async run => await run.At(undoA).ExecuteAsync(new("-1")));
            await run.At(b).ExecuteAsync(new("2"));
            run.At(b).Compensate(async run => await run.At(undoB).ExecuteAsync(new("-2")));
            await run.At(c).ExecuteAsync(new("3"));
            return CelValue.Null;
        }), new Script().Fails("c"));
    }

    private static (Flow, Script) LoopsAndWaits()
    {
        var (poll, check, pause, more, step) = (Control("poll", "repeat"), Call("check", "poll"), Control("pause", "wait"), Control("more", "while"), Call("step", "more"));
        return (new([poll, check, pause, more, step], async run =>
        {
            var tries = 0;
            await run.At(poll).RepeatAsync(
                5,
                TimeSpan.FromMinutes(1),
                async run =>
                {
                    await run.At(check).ExecuteAsync(new("check"));
                    tries++;
                },
                () => tries == 3);
            await run.At(pause).WaitAsync(TimeSpan.FromHours(1));
            var sum = 0;
            await run.At(more).WhileAsync(10, () => sum < 3, async run => sum += (await run.At(step).ExecuteAsync(new("x"))).Value.Length);
            return Cel.Of(tries * 10 + sum);
        }), new());
    }

    private static (Flow, Script) InputAndChild()
    {
        var (both, ask, child, after) = (Control("both", "parallel"), Control("ask", "input", "both"), Control("child", "workflow", "both"), Call("after"));
        return (new([both, ask, child, after], async run =>
        {
            var output = await run.At(both).ParallelAsync(
                ParallelMode.All,
                null,
                new ParallelBranch("a", async run => Cel.Of(await run.At(ask).InputAsync("Approve", null, "{}"))),
                new ParallelBranch("b", run => run.At(child).ChildAsync("other", CelValue.Map())));
            await run.At(after).ExecuteAsync(new("end"));
            return output;
        }), new());
    }

    private static (Flow, Script) InputTimesOut()
    {
        var (question, remind, after) = (Control("question", "input", timeout: TimeSpan.FromDays(1)), Call("remind", "question"), Call("after"));
        return (new([question, remind, after], async run =>
        {
            var data = await run.At(question).InputOrTimeoutAsync("Approve", null, "{}", async run => await run.At(remind).ExecuteAsync(new("remind")));
            await run.At(after).ExecuteAsync(new("end"));
            return Cel.Of(data is null);
        }), new());
    }

    private static (Flow, Script) Graph(Script script)
    {
        var (top, left, right, bottom, aside) = (Call("top"), Call("left"), Call("right"), Call("bottom"), Call("aside"));
        return (new([top, left, right, bottom, aside], async run =>
        {
            string? l = null, r = null;
            await run.GraphAsync(
                new GraphNode(top, [], async run => await run.At(top).ExecuteAsync(new("top"))),
                new GraphNode(left, [top], async run => l = (await run.At(left).ExecuteAsync(new("left"))).Value),
                new GraphNode(right, [top], async run => r = (await run.At(right).ExecuteAsync(new("right"))).Value),
                new GraphNode(bottom, [left, right], async run => await run.At(bottom).ExecuteAsync(new(l + r))),
                new GraphNode(aside, [], async run => await run.At(aside).ExecuteAsync(new("aside"))));
            return Cel.Of(l + r);
        }), script);
    }

    private static (Flow, Script) ConditionsAndReturn()
    {
        var (gate, inGate, soft, choice, yes, no, done, never) = (
            Control("gate", "try"), Call("inGate", "gate"), Call("soft"), Control("choice", "switch"), Call("yes", "choice"), Call("no", "choice"), Control("done", "return", "choice"), Call("never"));
        return (new([gate, inGate, soft, choice, yes, no, done, never], async run =>
        {
            if (run.At(gate).When(false)) await run.At(gate).TryAsync(async run => await run.At(inGate).ExecuteAsync(new("x")), null, null);
            await run.At(soft).ContinueOnErrorAsync(async run => await run.At(soft).ExecuteAsync(new("soft")));
            await run.At(choice).SwitchAsync(async run =>
            {
                await run.At(yes).ExecuteAsync(new("yes"));
                run.Skip(no);
                throw run.At(done).Return(Cel.Of("early"));
            });
            await run.At(never).ExecuteAsync(new("never"));
            return CelValue.Null;
        }), new Script().Fails("soft"));
    }
}
