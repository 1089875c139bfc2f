using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WorkflowKit.EndToEnd.Processes;
using WorkflowKit.TestServers;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>A folder with a database, and a web host over it that can be killed and comes back at the same address.</summary>
internal sealed class ServedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-served-");
    private HostProcess? _host;
    private TaskCompletionSource<long> _memory = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal int Port { get; } = Ports.Free();

    /// <summary>What the host that runs, or was the last to run, complained of.</summary>
    internal string Errors => _host?.Errors ?? "";

    /// <param name="heartbeat">After what time without an event its streams say that they are alive.</param>
    internal async Task StartAsync(string heartbeat = "00:00:15")
    {
        _host?.Dispose();
        var urls = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");
        _host = new HostProcess("tests/WorkflowKit.WebHost", Hear, "--urls", urls, "--data", _folder.FullName, "--heartbeat", heartbeat);
        await _host.ReadyAsync();
    }

    internal void Kill() => _host!.Kill();

    /// <summary>What the host's objects take, in bytes, once all that is no longer used is gone.</summary>
    internal Task<long> MemoryAsync()
    {
        _memory = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _host!.Say("memory");
        return _memory.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>Starts a workflow of a second or two.</summary>
    /// <returns>The execution's id.</returns>
    internal async Task<string> StartJourneyAsync(int number)
    {
        using var client = Client();
        return await StartAsync(client, "journey", new { number });
    }

    /// <summary>Starts a workflow that says these lines once it is answered.</summary>
    /// <returns>The execution's id.</returns>
    internal Task<string> StartTalkAsync(HttpClient client, IEnumerable<string> lines) => StartAsync(client, "talk", new { lines });

    /// <summary>Has a talk go on.</summary>
    internal async Task AnswerAsync(HttpClient client, string executionId)
    {
        using var answer = await client.PostAsJsonAsync($"executions/{executionId}/input", new { path = "ask", data = new { } }, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}\n{Errors}");
    }

    /// <summary>A client with connections of its own, which end with it.</summary>
    internal HttpClient Client() => new() { BaseAddress = AddressAt(Port) };

    /// <summary>Where its events are seen.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="port">The port of a proxy.</param>
    internal static Uri Events(string executionId, int port) => new(AddressAt(port), $"executions/{executionId}/events");

    public void Dispose()
    {
        _host?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> StartAsync(HttpClient client, string workflowId, object inputs)
    {
        using var answer = await client.PostAsJsonAsync("executions", new { workflowId, inputs }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, Errors);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
    }

    private void Hear(string line)
    {
        if (line.Split(' ') is ["memory", var bytes]) _memory.TrySetResult(long.Parse(bytes, CultureInfo.InvariantCulture));
    }

    private static Uri AddressAt(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/workflows/"));
}
