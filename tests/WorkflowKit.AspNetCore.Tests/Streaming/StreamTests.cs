using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Streaming;

public sealed class StreamTests
{
    [Fact]
    public async Task Comments_keep_a_silent_stream_alive()
    {
        await using var host = await StartAsync(options => options.HeartbeatInterval = TimeSpan.FromMilliseconds(100));
        var client = host.Client();
        var id = await WebHost.StartAsync(client, "gated", """{ "key": "a" }""");
        await host.UntilAsync(id, record => record.LastSequence == 2);

        using var answer = await EventClient.SendAsync(client, $"executions/{id}/events?after=2");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var lines = new List<string?>();
        while (lines.Count < 4) lines.Add(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        host.Gates.Open("a");
        var rest = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        lines.ShouldBe([":", "", ":", ""]);
        rest.ShouldContain("event: execution_completed");
    }

    [Fact]
    public async Task Comments_keep_a_silent_list_alive()
    {
        await using var host = await StartAsync(options => options.HeartbeatInterval = TimeSpan.FromMilliseconds(100));

        using var answer = await EventClient.SendAsync(host.Client(), "executions/events");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var lines = new List<string?>();
        while (lines.Count < 7) lines.Add(await reader.ReadLineAsync(TestContext.Current.CancellationToken));

        lines.ShouldBe(["event: reset", "data: {}", "", ":", "", ":", ""]);
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams_at_once_and_another_goes_on_from_there()
    {
        await using var host = await StartAsync();
        var client = host.Client();
        var id = await WebHost.StartAsync(client, "approval");
        await using var events = await EventClient.ConnectAsync(client, $"executions/{id}/events");
        await events.UntilAsync("execution_paused");
        await using var list = await EventClient.ConnectAsync(client, "executions/events");
        await list.NextAsync();

        var watch = Stopwatch.StartNew();
        var stopping = host.App.StopAsync(TestContext.Current.CancellationToken);

        (await events.NextAsync()).ShouldBeNull();
        (await list.NextAsync()).ShouldBeNull();
        await stopping;
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        host.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_that_waits_is_answered_when_the_host_stops()
    {
        await using var host = await StartAsync();
        var client = host.Client();
        var starting = client.PostAsync("executions?wait=PT60S", """{ "workflowId": "gated", "inputs": { "key": "a" } }""");
        await Poll.UntilAsync(
            async () => (await host.Engine.QueryAsync(cancellationToken: TestContext.Current.CancellationToken)).Items is [{ Status: ExecutionStatus.Running }],
            WebHost.Patience, static () => new("It does not run."), TestContext.Current.CancellationToken);

        var stopping = host.App.StopAsync(TestContext.Current.CancellationToken);

        using var answer = await starting;
        await answer.JsonAsync(HttpStatusCode.Accepted);
        host.Gates.Open("a");
        await stopping;
    }

    [Fact]
    public async Task A_user_has_so_many_streams_and_gets_the_place_of_one_that_ends()
    {
        await using var host = await StartAsync(options => options.MaxStreamsPerUser = 2);
        var (ada, bob) = (host.Client("ada"), host.Client("bob"));
        var id = await WebHost.StartAsync(ada, "approval");
        await using var first = await EventClient.ConnectAsync(ada, $"executions/{id}/events");
        await using var second = await EventClient.ConnectAsync(ada, $"executions/{id}/events");

        using (var third = await EventClient.SendAsync(ada, $"executions/{id}/events"))
        {
            await third.ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_streams");
            third.Headers.RetryAfter.ShouldNotBeNull();
        }
        var other = await WebHost.StartAsync(bob, "approval");
        await using var bobs = await EventClient.ConnectAsync(bob, $"executions/{other}/events");
        await first.DisposeAsync();

        await Poll.UntilAsync(
            async () =>
            {
                using var again = await EventClient.SendAsync(ada, $"executions/{id}/events");
                return again.StatusCode is HttpStatusCode.OK;
            },
            WebHost.Patience, static () => new("The place of the one that was left is not given to another."), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_who_reads_nothing_slows_nobody()
    {
        await using var host = await StartAsync();
        var client = host.Client();
        var line = new string('x', 1_000);
        var lines = string.Join(", ", Enumerable.Repeat($"\"{line}\"", 900));
        var id = await WebHost.StartAsync(client, "chatty", $$"""{ "key": "a", "lines": [{{lines}}] }""");
        using var deaf = new TcpClient();
        await deaf.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        var request = $"GET {WebHost.Prefix}/executions/{id}/events HTTP/1.1\r\nHost: {host.Address.Authority}\r\n\r\n";
        await deaf.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        await using var events = await EventClient.ConnectAsync(client, $"executions/{id}/events");

        host.Gates.Open("a");
        var seen = await events.RestAsync();

        seen.Count(one => one.EventType == "log").ShouldBe(900);
        seen.Select(one => one.EventId).Distinct().Count().ShouldBe(seen.Count);
        (await host.Engine.GetAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull().Status.ShouldBe(ExecutionStatus.Completed);
    }

    private static async Task<WebHost> StartAsync(Action<WorkflowKitHttpOptions>? configure = null)
    {
        var host = await WebHost.StartAsync(kit => kit.AddHttp(configure));
        foreach (var definition in TestWorkflows.All) await host.SaveAsync(definition);
        return host;
    }
}
