using WorkflowKit;
using WorkflowKit.Testing;
using Xunit;

public sealed class WelcomeTests : IAsyncLifetime
{
    private WorkflowTestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await WorkflowTestHost.StartAsync(kit => kit
            .AddStepsFromAssemblyContaining<Greet>()
            .AddDefinitions("workflows"));
        _host.Fake("demo.greet", call => new { greeting = "Hello!" });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Sales_are_asked_after_two_days()
    {
        var id = await _host.StartAsync("welcome", new { name = "Ada" });
        Assert.Equal("Ada", Assert.Single(_host.Calls("greet")).InputAs<Greet.Input>().Name);

        await _host.AdvanceAsync(TimeSpan.FromDays(2));
        await _host.UntilWaitsForInputAsync(id, "ask");
        await _host.SupplyInputAsync(id, "ask", new { again = true }, by: "sales");

        (await _host.GetAsync(id)).ShouldHaveCompleted().ShouldHaveRun("greet", "ask", "remind");
    }

    [Fact]
    public async Task Who_is_not_to_be_greeted_again_is_left_alone()
    {
        var record = await _host.RunAsync("welcome", new { name = "Ada" });
        await _host.SupplyInputAsync(record.Id, "ask", new { again = false });

        (await _host.GetAsync(record.Id)).ShouldHaveCompleted().ShouldHaveSkipped("remind");
    }

    [Fact]
    public async Task A_mail_server_that_is_away_for_two_minutes_is_no_failure()
    {
        _host.FakeStep("greet", call => new { greeting = "Hello!" }).FailFirst(2);

        var record = await _host.RunAsync("welcome", new { name = "Ada" });

        Assert.Equal("Hello!", record.StepOutput<Greet.Output>("greet").Greeting);
        Assert.Equal(3, _host.Calls("greet").Count);
    }
}
