using System.Diagnostics;
using System.Globalization;
using System.Text;
using WorkflowKit.EndToEnd.Processes;

namespace WorkflowKit.EndToEnd.Samples;

/// <summary>The web sample as its own process, on a data folder of the test.</summary>
internal sealed class WebSample : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task _reading;

    private WebSample(Process process, string greeting, Uri api)
    {
        (_process, Greeting, Api) = (process, greeting, api);
        // A pipe that nobody reads from fills up, and whoever writes into it waits.
        _reading = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>What it prints when it is ready.</summary>
    public string Greeting { get; }

    /// <summary>The address of its API.</summary>
    public Uri Api { get; }

    /// <summary>The commands that it prints.</summary>
    public IReadOnlyList<string> Commands => [.. Greeting.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];

    public static async Task<WebSample> StartAsync(string data)
    {
        var process = OwnProcess.Start("samples/WorkflowKit.Sample", "--data", data);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        var greeting = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            {
                greeting.AppendLine(line);
                if (line.StartsWith("Ctrl-C", StringComparison.Ordinal)) return new WebSample(process, greeting.ToString(), ApiIn(greeting.ToString()));
            }
            throw new InvalidOperationException($"It ended before it was ready. {greeting}{await process.StandardError.ReadToEndAsync(timeout.Token)}");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Presses Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends it without a warning.</summary>
    public Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        return EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private async Task EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        await _reading;
    }

    private static Uri ApiIn(string greeting) => new(greeting.Split().First(word => word.EndsWith("/api/workflows", StringComparison.Ordinal)) + "/");
}
