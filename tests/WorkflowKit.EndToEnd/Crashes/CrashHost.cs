using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using WorkflowKit.EndToEnd.Processes;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>A host in a process of its own, to be killed.</summary>
internal sealed class CrashHost : IDisposable
{
    private readonly HostProcess _process;
    private readonly ConcurrentDictionary<string, string> _started;

    /// <param name="store">The kind of store.</param>
    /// <param name="connectionString">Where it is.</param>
    /// <param name="folder">Where its files go.</param>
    /// <param name="started">The executions by start key that any host has acknowledged.</param>
    internal CrashHost(string store, string connectionString, string folder, ConcurrentDictionary<string, string> started)
    {
        _started = started;
        _process = new HostProcess("tests/WorkflowKit.CrashHost", Hear, store, connectionString, folder);
    }

    internal int Id => _process.Id;

    /// <summary>The exceptions, by name, with which it refused to start something.</summary>
    internal ConcurrentQueue<string> Refusals { get; } = [];

    /// <summary>What it complained of.</summary>
    internal string Errors => _process.Errors;

    internal Task ReadyAsync() => _process.ReadyAsync();

    internal void Start(string key, int number) => _process.Say(string.Create(CultureInfo.InvariantCulture, $"start {key} {number}"));

    internal void Kill() => _process.Kill();

    /// <summary>Stops all its threads where they are, as a machine does that is put to sleep.</summary>
    internal Task SuspendAsync() => SignalAsync("STOP");

    internal Task ContinueAsync() => SignalAsync("CONT");

    internal Task<int> StopAsync()
    {
        _process.Say("stop");
        return _process.ExitAsync();
    }

    public void Dispose() => _process.Dispose();

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        kill.ExitCode.ShouldBe(0);
    }

    private void Hear(string line)
    {
        if (line.Split(' ') is ["started", var key, var id]) _started[key] = id;
        else if (line.Split(' ') is ["refused", _, var exception, ..])
        {
            Refusals.Enqueue(exception);
            _process.Complain(line);
        }
    }
}
