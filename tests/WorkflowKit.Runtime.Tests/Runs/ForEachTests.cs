using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class ForEachTests
{
    private readonly RunHost _host = new();
    private readonly StepSlot _each = Flow.Control("each", "forEach");
    private readonly ActivitySlot<Call.Input, Call.Output> _book = Flow.Call("book", "each");

    [Fact]
    public async Task Results_stand_in_the_order_of_the_items_whatever_finished_first()
    {
        var last = new TaskCompletionSource();
        _host.Script.On("each[0]/book", async (_, _) =>
        {
            await last.Task;
            return "first";
        }).On("each[2]/book", (_, _) =>
        {
            last.SetResult();
            return new("third");
        });

        var outcome = await _host.RunAsync(Each(3, concurrency: 3));

        outcome.Outputs.ShouldBe(CelValue.List(Cel.Of("first"), Cel.Of("v1"), Cel.Of("third")));
        _host.Log.Entries.OfType<StepCompleted>().Single(entry => entry.Path == "each").Output.GetRawText().ShouldBe("""["first","v1","third"]""");
    }

    [Fact]
    public async Task No_more_passes_run_at_once_than_the_limit()
    {
        var (running, most, gate, full) = (0, 0, new Lock(), new TaskCompletionSource());
        for (var i = 0; i < 20; i++)
        {
            _host.Script.On($"each[{i}]/book", async (context, _) =>
            {
                lock (gate) most = Math.Max(most, ++running);
                if (most == 4) full.TrySetResult();
                await full.Task;
                lock (gate) running--;
                return context.Path;
            });
        }

        (await _host.RunAsync(Each(20, concurrency: 4))).Kind.ShouldBe(RunOutcomeKind.Completed);

        most.ShouldBe(4);
    }

    [Fact]
    public async Task A_failing_item_stops_the_rest()
    {
        _host.Script.Fails("each[1]/book").On("each[0]/book", async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        });

        var outcome = await _host.RunAsync(Each(1000, concurrency: 2));

        outcome.Error!.Path.ShouldBe("each[1]/book");
        _host.Script.Started.ShouldBe(["each[0]/book", "each[1]/book"], ignoreOrder: true);
        _host.Events.Last().ShouldBe("failed each InvalidDataException");
    }

    [Fact]
    public async Task Failures_that_are_to_be_passed_over_do_not_stop_the_rest()
    {
        _host.Script.Fails("each[1]/book");

        var outcome = await _host.RunAsync(new([_each, _book], async run =>
        {
            var done = await run.At(_each).ForEachAsync(Enumerable.Range(0, 3), 1, async (run, item, _) =>
            {
                string? value = null;
                await run.At(_book).ContinueOnErrorAsync(async run => value = (await run.At(_book).ExecuteAsync(new($"v{item}"))).Value);
                return value;
            }, Cel.Of);
            return Cel.Of(done.Count(value => value is null));
        }));

        outcome.Outputs.ShouldBe(Cel.Of(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task No_items_give_an_empty_list(int concurrency) =>
        (await _host.RunAsync(Each(0, concurrency))).Outputs.ShouldBe(CelValue.List());

    [Fact]
    public async Task More_items_than_the_host_allows_fail_the_step()
    {
        _host.Services = _host.Services with { Limits = new() { MaxItems = 10 } };

        var outcome = await _host.RunAsync(Each(11, concurrency: 1));

        outcome.Error!.ShouldSatisfyAllConditions(error => error.Code.ShouldBe("items_limit"), error => error.StepId.ShouldBe("each"));
        _host.Script.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Loops_in_loops_have_a_path_for_every_pass()
    {
        var (inner, leaf) = (Flow.Control("inner", "forEach", "each"), Flow.Call("leaf", "inner"));

        await _host.RunAsync(new([_each, inner, leaf], async run =>
        {
            await run.At(_each).ForEachAsync(new[] { 1, 2 }, 1, async (run, _, _) =>
                await run.At(inner).ForEachAsync(new[] { 1, 2 }, 1, async (run, _, _) => await run.At(leaf).ExecuteAsync(new(""))));
            return CelValue.Null;
        }));

        _host.Script.Started.ShouldBe(["each[0]/inner[0]/leaf", "each[0]/inner[1]/leaf", "each[1]/inner[0]/leaf", "each[1]/inner[1]/leaf"]);
    }

    [Fact]
    public async Task A_result_that_cannot_be_evaluated_is_the_loops_own_failure()
    {
        var outcome = await _host.RunAsync(new([_each, _book], async run =>
        {
            var list = await run.At(_each).ForEachAsync(
                new[] { 1 },
                1,
                async (run, _, _) =>
                {
                    await run.At(_book).ExecuteAsync(new(""));
                    return Fault();
                },
                Cel.Of);
            return CelValue.List([.. list.Select(Cel.Of)]);
        }));

        outcome.Error!.ShouldSatisfyAllConditions(
            error => error.StepId.ShouldBe("each"), error => error.Type.ShouldBe("expression"), error => error.Code.ShouldBe("no_such_key"));
        outcome.Voided.ShouldBe(["each"]);
    }

    private static string Fault() => throw new CelException(CelErrorKind.NoSuchKey, "There is no 'x'.");

    private Flow Each(int count, int concurrency) => new([_each, _book], async run =>
    {
        var results = await run.At(_each).ForEachAsync(
            Enumerable.Range(0, count), concurrency, async (run, item, _) => (await run.At(_book).ExecuteAsync(new($"v{item}"))).Value, Cel.Of);
        return CelValue.List([.. results.Select(Cel.Of)]);
    });
}
