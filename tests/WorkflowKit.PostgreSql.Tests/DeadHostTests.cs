using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>A host that others took for dead, and that lives: under a name that gets no work any more it must not stay.</summary>
public sealed class DeadHostTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    private const string Flow = """
        { "id": "flow", "name": "Flow", "inputs": { "type": "object", "properties": { "nap": { "type": "string" } }, "required": ["nap"] },
          "steps": [ { "id": "nap", "type": "wait", "for": "duration(inputs.nap)" }, { "id": "last", "type": "set", "with": 1 } ],
          "outputs": { "result": "${{ steps.last.output }}" } }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_host_that_had_nothing_in_hand_runs_what_it_starts_next()
    {
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        await engine.RunAsync("flow", new { nap = "0.01s" }).WaitAsync(Patience);
        await Database.AskAsync("UPDATE $.hosts SET is_dead = true");

        var record = await engine.RunAsync("flow", new { nap = "0.01s" }).WaitAsync(Patience);

        record.Status.ShouldBe(ExecutionStatus.Completed);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_from_which_all_was_taken_takes_it_up_again_when_it_is_free()
    {
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        var id = await engine.StartAsync("flow", new { nap = "1s" });
        await Poll.UntilAsync(async () => (await engine.GetAsync(id))!.Status is ExecutionStatus.Running, Patience, () => new("It does not run."));
        await Database.AskAsync("UPDATE $.hosts SET is_dead = true; UPDATE $.executions SET owner = NULL, epoch = epoch + 1, claimable_at = $.ticks_now(NULL)");

        var record = await engine.WaitAsync(id).WaitAsync(Patience);

        record.Status.ShouldBe(ExecutionStatus.Completed);
        await host.StopAsync();
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddWorkflowKit(kit => kit.UsePostgreSql(Database.ConnectionString, options => (options.Schema, options.LeaseDuration) = (Database.Schema, TimeSpan.FromSeconds(2))));
        var host = builder.Build();
        var saved = await host.Services.GetRequiredService<IWorkflowRegistry>().SaveAsync(Flow);
        saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
        await host.StartAsync();
        return host;
    }
}
