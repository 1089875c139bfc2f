using System.Text.Json;
using WorkflowKit.Testing.Tests.Support;

namespace WorkflowKit.Testing.Tests;

public sealed class FakeTests
{
    private static readonly object Order = new { amount = 12.5 };

    [Fact]
    public async Task A_fake_stands_in_for_a_step_whose_services_nobody_registered()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => new { chargeId = "ch_1" });

        var record = await host.RunAsync("orders", Order);

        record.ShouldHaveCompleted().Outputs!.Value.GetProperty("chargeId").GetString().ShouldBe("ch_1");
    }

    [Fact]
    public async Task A_fake_may_give_the_output_class_itself()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => new ChargeCard.Output($"ch_{call.InputAs<ChargeCard.Input>().Amount}"));

        (await host.RunAsync("orders", Order)).StepOutput<ChargeCard.Output>("charge").ShouldBe(new ChargeCard.Output("ch_12.5"));
    }

    [Fact]
    public async Task Steps_without_a_fake_run_themselves()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => new { chargeId = "ch_1" });

        (await host.RunAsync("orders", Order)).StepOutput<Ship.Output>("ship").Tracking.ShouldBe("T-chair");
    }

    [Fact]
    public async Task A_fake_of_one_step_goes_before_a_fake_of_its_type()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => new { chargeId = "ch_1" });
        host.Fake("shop.ship", call => new { tracking = "by type" });
        host.FakeStep("gift", call => new { tracking = "by id" });

        var record = await host.RunAsync("orders", new { amount = 500 });

        (record.StepOutput<Ship.Output>("ship").Tracking, record.StepOutput<Ship.Output>("gift").Tracking).ShouldBe(("by type", "by id"));
    }

    [Fact]
    public async Task Every_attempt_of_every_step_is_there_to_be_read()
    {
        await using var host = await Orders.HostAsync(Orders.Retried, Orders.EveryItem);
        host.Fake("billing.charge", call => new { chargeId = $"ch_{call.Attempt}" }).FailFirst(2);

        var record = await host.RunAsync("retried", options: new StartOptions { UserId = "ann" });
        await host.RunAsync("every");

        var calls = host.Calls("billing.charge");
        calls.Select(call => (call.StepId, call.Path, call.Attempt, call.ExecutionId, call.UserId)).ShouldBe(
            Enumerable.Range(1, 3).Select(attempt => ("charge", "charge", attempt, record.Id, (string?)"ann")));
        calls.Select(call => call.IdempotencyKey).Distinct().Count().ShouldBe(1);
        calls[0].Input.GetProperty("currency").GetString().ShouldBe("EUR");
        host.Calls("book").Select(call => call.Path).Order().ShouldBe(["all[0]/book", "all[1]/book"]);
    }

    [Fact]
    public async Task What_a_fake_throws_is_the_failure_of_its_step()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => throw new StepException("The card is blocked.", "blocked"));

        (await host.RunAsync("orders", Order)).ShouldHaveFailed("charge", code: "blocked");
    }

    [Fact]
    public async Task The_first_attempts_fail_as_the_test_says()
    {
        await using var host = await Orders.HostAsync(Orders.Retried);
        host.Fake("billing.charge", call => new { chargeId = "ch" }).FailFirst(3, () => new StepException("Away.", "away"));

        (await host.RunAsync("retried")).ShouldHaveFailed("charge", code: "away");
        host.Calls("charge").Count.ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => host.Fake("billing.charge", call => null).FailFirst(0));
    }

    [Theory]
    [InlineData("""{ "chargeid": "ch_1" }""", "chargeid")]
    [InlineData("""{ }""", "chargeId")]
    [InlineData("""{ "chargeId": null }""", "ChargeId")]
    [InlineData("""{ "chargeId": "ch_1", "more": 1 }""", "more")]
    [InlineData("""{ "chargeId": 7 }""", "chargeId")]
    [InlineData("\"ch_1\"", "Output")]
    public async Task An_output_that_does_not_fit_fails_the_test_and_says_why(string output, string why)
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => JsonElement.Parse(output));

        var error = await Should.ThrowAsync<WorkflowAssertionException>(() => host.RunAsync("orders", Order));

        error.Message.ShouldStartWith("The fake of step 'charge' (billing.charge) gave ");
        error.Message.ShouldContain(why);
        error.Message.ShouldContain("is no Output");
    }

    [Fact]
    public async Task A_task_is_no_output()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => Task.FromResult(new ChargeCard.Output("ch_1")));

        (await Should.ThrowAsync<WorkflowAssertionException>(() => host.RunAsync("orders", Order))).Message.ShouldContain("let it be async");
    }

    [Fact]
    public async Task Null_fails_a_step_that_never_gives_null()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", call => null);

        (await host.RunAsync("orders", Order)).ShouldHaveFailed("charge", code: "output_null");
    }

    [Fact]
    public async Task A_fake_waits_for_the_test()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        var signal = new TaskCompletionSource();
        host.Fake("billing.charge", async call =>
        {
            await call.WaitAsync(signal.Task);
            return new { chargeId = "ch_1" };
        });

        var id = await host.StartAsync("orders", Order);
        (await host.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Running);
        signal.SetResult();

        (await host.RunToEndAsync(id)).ShouldHaveCompleted();
    }

    [Fact]
    public async Task Steps_run_out_of_time_while_their_fakes_wait()
    {
        await using var host = await Orders.HostAsync(Orders.Impatient);
        host.Fake("billing.charge", async call =>
        {
            await call.WaitAsync(new TaskCompletionSource().Task);
            return null;
        });

        var record = await host.RunAsync("impatient");

        record.ShouldHaveFailed("charge", code: "timeout");
        record.Duration.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_fake_takes_its_time()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        host.Fake("billing.charge", async call =>
        {
            await call.DelayAsync(TimeSpan.FromMinutes(3));
            return new { chargeId = "ch_1" };
        });

        (await host.RunAsync("orders", Order)).ShouldHaveCompleted().Duration.ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task What_the_host_does_not_have_cannot_be_faked()
    {
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);

        Should.Throw<ArgumentException>(() => host.Fake("billing.chrage", call => null)).Message.ShouldContain("it has 'billing.charge', 'chat.notify', 'demo.greet', 'shop.ship'");
        Should.Throw<ArgumentException>(() => host.FakeStep("chrage", call => null)).Message.ShouldContain("there are 'charge', 'gift', 'ship'");
        Should.Throw<ArgumentException>(() => host.Calls("billing.chrage"));
        Should.Throw<ArgumentException>(() => host.Calls("chrage"));
    }

    [Fact]
    public async Task A_step_type_is_declared_by_its_types_where_its_class_is_elsewhere()
    {
        await using var host = await WorkflowTestHost.StartAsync(kit => kit
            .DeclareStep<ChargeCard.Input, ChargeCard.Output>("billing.charge")
            .AddDefinition(Orders.Retried));
        host.Fake("billing.charge", call => new { chargeId = "declared" });

        (await host.RunAsync("retried")).ShouldHaveCompleted().Outputs!.Value.GetString().ShouldBe("declared");
    }

    [Fact]
    public async Task A_declared_step_without_a_fake_fails_the_test()
    {
        await using var host = await WorkflowTestHost.StartAsync(kit => kit
            .DeclareStep<ChargeCard.Input, ChargeCard.Output>("billing.charge")
            .AddDefinition(Orders.Retried));

        (await Should.ThrowAsync<WorkflowAssertionException>(() => host.RunAsync("retried"))).Message.ShouldContain("host.Fake(\"billing.charge\"");
    }

    [Fact]
    public async Task A_declaration_must_be_one_of_a_step()
    {
        await Should.ThrowAsync<StepRegistrationException>(() => WorkflowTestHost.StartAsync(kit => kit.DeclareStep<ChargeCard.Input, ChargeCard.Output>("charge")));
        await Should.ThrowAsync<StepRegistrationException>(() => WorkflowTestHost.StartAsync(kit => kit.DeclareStep<Hidden, ChargeCard.Output>("billing.charge")));
        await Should.ThrowAsync<StepRegistrationException>(() => WorkflowTestHost.StartAsync(kit => kit.AddStep<ChargeCard>().DeclareStep<ChargeCard.Input, ChargeCard.Output>("billing.charge")));
    }

    private sealed record Hidden(string Name);
}
