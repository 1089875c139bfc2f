using WorkflowKit.Sample.Steps;
using WorkflowKit.Testing;

namespace WorkflowKit.Sample.Tests;

/// <summary>Check, approve, charge and ship one order.</summary>
public sealed class OrderFulfilmentTests : IAsyncLifetime
{
    private static readonly object Order = new { orderId = "A-17" };
    private WorkflowTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await WorkflowTestHost.StartAsync(kit => kit.AddStepsFromAssemblyContaining<ChargeCard>().AddDefinitions("workflows"));
        Fetch(total: 80);
        _host.Fake("billing.charge", call => new { chargeId = "ch_1" });
        _host.Fake("billing.refund", call => new { refundId = "re_1" });
        _host.Fake("shop.bookParcel", call => new { tracking = $"T-{call.InputAs<BookParcel.Input>().Sku}" });
        _host.Fake("mail.send", call => new { messageId = "mail-1" });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_usual_order_is_charged_shipped_and_confirmed()
    {
        var record = await _host.RunAsync("order-fulfilment", Order);

        record.ShouldHaveCompleted().ShouldHaveRun("fetch", "charge", "ship", "confirm");
        Assert.Equal("Your parcels: T-chair, T-lamp", Assert.Single(_host.Calls("confirm")).InputAs<SendMail.Input>().Body);
    }

    [Fact]
    public async Task An_order_over_the_limit_waits_for_a_person_before_it_is_charged()
    {
        Fetch(total: 5000);
        var record = await _host.RunAsync("order-fulfilment", Order);
        record.ShouldWaitForInput("approve");
        Assert.Empty(_host.Calls("charge"));

        await _host.AdvanceAsync(TimeSpan.FromDays(1));
        await _host.SupplyInputAsync(record.Id, "approve", new { approved = true });

        (await _host.GetAsync(record.Id)).ShouldHaveCompleted().ShouldHaveRun("approve", "charge", "ship");
    }

    [Fact]
    public async Task An_order_that_is_refused_fails_and_costs_nothing()
    {
        Fetch(total: 5000);
        var record = await _host.RunAsync("order-fulfilment", Order);

        await _host.SupplyInputAsync(record.Id, "approve", new { approved = false });

        (await _host.GetAsync(record.Id)).ShouldHaveFailed("refuse", code: "refused");
        Assert.Empty(_host.Calls("charge"));
    }

    [Fact]
    public async Task A_shop_that_is_away_for_a_moment_is_asked_again()
    {
        Fetch(total: 80).FailFirst(3);

        (await _host.RunAsync("order-fulfilment", Order)).ShouldHaveCompleted();

        Assert.Equal(4, _host.Calls("fetch").Count);
    }

    [Fact]
    public async Task The_money_goes_back_when_a_parcel_cannot_be_booked()
    {
        _host.Fake("shop.bookParcel", call => throw new StepException("Sold out.", "sold_out"));

        var record = await _host.RunAsync("order-fulfilment", Order);

        record.ShouldHaveFailed(code: "sold_out").ShouldHaveRun("charge", "refund");
        Assert.Equal("ch_1", Assert.Single(_host.Calls("refund")).InputAs<RefundCharge.Input>().ChargeId);
    }

    private StepFake Fetch(double total) => _host.Fake("shop.getOrder", call => new GetOrder.Output(
        call.InputAs<GetOrder.Input>().OrderId, "Ada", "ada@example.com", total, [new GetOrder.Line("chair", 1), new GetOrder.Line("lamp", 2)]));
}
