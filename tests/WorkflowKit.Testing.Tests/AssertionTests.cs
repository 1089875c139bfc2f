using System.Text.Json;
using WorkflowKit.Testing.Tests.Support;

namespace WorkflowKit.Testing.Tests;

public sealed class AssertionTests : IAsyncLifetime
{
    private WorkflowTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Orders.HostAsync(Orders.ChargeAndShip, Orders.EveryItem, Orders.Approved);
        _host.Fake("billing.charge", call => call.Input.GetProperty("amount").GetDecimal() < 0 ? throw new StepException("No such amount.", "amount") : new { chargeId = "ch_1" });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_holds_gives_the_record_back()
    {
        var record = await _host.RunAsync("orders", new { amount = 1 });

        record.ShouldHaveCompleted().ShouldHaveRun("charge", "ship").ShouldHaveRun("ship").ShouldHaveSkipped("gift").ShouldBeSameAs(record);
        record.StepOutput<JsonElement>("charge").GetProperty("chargeId").GetString().ShouldBe("ch_1");
    }

    [Fact]
    public async Task What_does_not_hold_says_what_there_is_and_tells_the_story()
    {
        var record = await _host.RunAsync("orders", new { amount = 1 });

        Fails(() => record.ShouldHaveFailed(), "It should be failed; it is completed.");
        Fails(() => record.ShouldHaveBeenCancelled(), "It should be cancelled; it is completed.");
        Fails(() => record.ShouldHaveRun("ship", "charge"), "'charge' should have run after 'ship'; these ran: 'charge', 'ship', in this order.");
        Fails(() => record.ShouldHaveRun("gift"), "'gift' should have run; these ran: 'charge', 'ship'.");
        Fails(() => record.ShouldHaveSkipped("ship"), "'ship' should have been skipped; it is completed.");
        Fails(() => record.ShouldHaveSkipped("shop"), "'shop' should have been skipped; there is no such step.");
        Fails(() => record.ShouldWaitForInput(), "It should wait for a person; it waits for nobody.");
        Fails(() => record.StepOutput<JsonElement>("gift"), "'gift' has no output.");
        Fails(() => record.StepOutput<int>("ship"), "The output of 'ship' is no Int32: ");
    }

    [Fact]
    public async Task A_failure_is_known_by_its_step_and_its_code()
    {
        var record = await _host.RunAsync("orders", new { amount = -1 });

        record.ShouldHaveFailed().ShouldHaveFailed("charge").ShouldHaveFailed(code: "amount").ShouldHaveFailed(type: nameof(StepException));
        Fails(() => record.ShouldHaveCompleted(), "It should be completed; it is failed.");
        Fails(() => record.ShouldHaveFailed("ship"), "It should have failed at 'ship'; it failed at 'charge'.");
        Fails(() => record.ShouldHaveFailed("charge", code: "blocked"), "It should have failed with code 'blocked'; its code is 'amount'.");
        Fails(() => record.ShouldHaveFailed(type: "timeout"), "It should have failed with type 'timeout'; its type is 'StepException'.");
        Fails(() => record.ShouldHaveRun("charge"), "'charge' should have run; no step ran.");
    }

    [Fact]
    public async Task The_passes_of_a_loop_are_named_by_their_paths()
    {
        var record = await _host.RunAsync("every");

        record.ShouldHaveRun("all[0]/book", "all[1]/book", "all");
        record.StepOutput<Ship.Output>("all[1]/book").Tracking.ShouldBe("T-b");
        Fails(() => record.StepOutput<Ship.Output>("book"), "'book' has 2 outputs: name one of 'all[0]/book', 'all[1]/book'.");
    }

    [Fact]
    public async Task A_cancelled_execution_is_cancelled()
    {
        var record = await _host.RunAsync("approved");
        await _host.Engine.CancelAsync(record.Id, new ControlOptions { By = "ann", Reason = "enough" }, TestContext.Current.CancellationToken);

        (await _host.RunToEndAsync(record.Id)).ShouldHaveBeenCancelled().Story().ShouldContain("cancelled by ann: enough");
        Fails(() => record.ShouldWaitForInput("ship"), "It should wait for a person at 'ship'; it waits at 'approve'.");
    }

    [Fact]
    public async Task The_story_tells_all_that_happened_and_when()
    {
        var record = await _host.RunAsync("approved");
        await _host.SupplyInputAsync(record.Id, "approve", new { ok = false });

        var story = (await _host.GetAsync(record.Id)).Story().Split('\n').Select(line => line.TrimEnd('\r')).ToList();

        story[0].ShouldBe($"approved {record.Id}: completed");
        story.ShouldContain("  00:00:00.000  started");
        story.ShouldContain("  1.00:00:00.000  approve asks: Ship it?");
        story.ShouldContain("  1.00:00:00.000  approve was answered: {\"ok\":false}");
        story.ShouldContain("  1.00:00:00.000  ship was skipped (condition)");
    }

    private static void Fails(Func<object> assertion, string start)
    {
        var error = Should.Throw<WorkflowAssertionException>(() => { assertion(); });
        error.Message.ShouldStartWith(start);
        error.Message.ShouldContain("00:00:00.000  started");
    }
}
