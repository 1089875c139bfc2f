using WorkflowKit.Sample.Steps;
using WorkflowKit.Testing;

namespace WorkflowKit.Sample.Tests;

/// <summary>A manager decides within a minute; after that the claim goes to the office, and small claims are paid at once.</summary>
public sealed class ExpenseClaimTests : IAsyncLifetime
{
    private WorkflowTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await WorkflowTestHost.StartAsync(kit => kit.AddStepsFromAssemblyContaining<PayOut>().AddDefinitionFile("workflows/expense-claim.workflow.json"));
        _host.Fake("billing.payOut", call => new { paymentId = $"payment of {call.InputAs<PayOut.Input>().Amount}" });
        _host.Fake("mail.send", call => new { messageId = "mail-1" });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_small_claim_is_paid_at_once()
    {
        var record = await _host.RunAsync("expense-claim", new { employee = "ann", amount = 40 });

        record.ShouldHaveCompleted().ShouldHaveRun("paySmall");
        Assert.Equal("rule", record.Outputs!.Value.GetProperty("by").GetString());
    }

    [Fact]
    public async Task A_large_claim_is_paid_when_the_manager_says_so()
    {
        var record = await _host.RunAsync("expense-claim", new { employee = "ann", amount = 400 });
        record.ShouldWaitForInput("manager");

        await _host.SupplyInputAsync(record.Id, "manager", new { decision = "pay", name = "bob" });

        record = (await _host.GetAsync(record.Id)).ShouldHaveCompleted().ShouldHaveRun("pay");
        Assert.Equal("payment of 400", record.StepOutput<PayOut.Output>("pay").PaymentId);
        Assert.Equal("bob", record.Outputs!.Value.GetProperty("by").GetString());
    }

    [Fact]
    public async Task A_refused_claim_is_not_paid()
    {
        var record = await _host.RunAsync("expense-claim", new { employee = "ann", amount = 400 });

        await _host.SupplyInputAsync(record.Id, "manager", new { decision = "refuse", name = "bob" });

        (await _host.GetAsync(record.Id)).ShouldHaveCompleted().ShouldHaveSkipped("pay");
        Assert.Empty(_host.Calls("billing.payOut"));
    }

    [Fact]
    public async Task A_claim_that_nobody_decides_goes_to_the_office_after_a_minute()
    {
        var record = await _host.RunAsync("expense-claim", new { employee = "ann", amount = 400 });

        await _host.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await _host.GetAsync(record.Id)).ShouldHaveCompleted().ShouldHaveRun("escalate");
        Assert.Equal("office@example.com", Assert.Single(_host.Calls("escalate")).InputAs<SendMail.Input>().To);
    }

    [Fact]
    public async Task A_decision_that_is_none_is_refused()
    {
        var record = await _host.RunAsync("expense-claim", new { employee = "ann", amount = 400 });

        await Assert.ThrowsAsync<InvalidInputsException>(() => _host.SupplyInputAsync(record.Id, "manager", new { decision = "perhaps", name = "bob" }));

        (await _host.GetAsync(record.Id)).ShouldWaitForInput("manager");
    }
}
