using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using WorkflowKit.EndToEnd.Processes;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>A folder with a database, and a web host over it that can be killed and comes back at the same address.</summary>
internal sealed class ServedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-served-");
    private HostProcess? _host;

    internal int Port { get; } = FreePort();

    /// <summary>What the host that runs, or was the last to run, complained of.</summary>
    internal string Errors => _host?.Errors ?? "";

    internal async Task StartAsync()
    {
        _host?.Dispose();
        _host = new HostProcess("tests/WorkflowKit.WebHost", static _ => { }, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"), "--data", _folder.FullName);
        await _host.ReadyAsync();
    }

    internal void Kill() => _host!.Kill();

    /// <summary>Starts the workflow that the host has.</summary>
    /// <returns>The execution's id.</returns>
    internal async Task<string> StartJourneyAsync(int number)
    {
        using var client = Client();
        using var answer = await client.PostAsJsonAsync("executions", new { workflowId = "journey", inputs = new { number } }, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, Errors);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
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

    private static Uri AddressAt(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/workflows/"));

    /// <summary>One that no connection takes by chance while the host is away: below those that the system gives out by itself.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
