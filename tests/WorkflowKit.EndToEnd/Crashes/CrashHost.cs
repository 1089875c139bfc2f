using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using WorkflowKit.EndToEnd.Processes;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>A host in a process of its own, to be killed.</summary>
internal sealed class CrashHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentDictionary<string, string> _started;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="store">The kind of store.</param>
    /// <param name="connectionString">Where it is.</param>
    /// <param name="folder">Where its files go.</param>
    /// <param name="started">The executions by start key that any host has acknowledged.</param>
    internal CrashHost(string store, string connectionString, string folder, ConcurrentDictionary<string, string> started)
    {
        _started = started;
        _process = OwnProcess.Start("tests/WorkflowKit.CrashHost", store, connectionString, folder);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors) _errors.AppendLine(line.Data);
        };
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The host ended by itself.\n{Errors}"));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    /// <summary>The exceptions, by name, with which it refused to start something.</summary>
    internal ConcurrentQueue<string> Refusals { get; } = [];

    /// <summary>What it complained of.</summary>
    internal string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    internal Task ReadyAsync() => _ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    internal void Start(string key, int number) => Say(string.Create(CultureInfo.InvariantCulture, $"start {key} {number}"));

    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Stops all its threads where they are, as a machine does that is put to sleep.</summary>
    internal Task SuspendAsync() => SignalAsync("STOP");

    internal Task ContinueAsync() => SignalAsync("CONT");

    internal async Task<int> StopAsync()
    {
        Say("stop");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        kill.ExitCode.ShouldBe(0);
    }

    private void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    private void Hear(string? line)
    {
        if (line is "ready") _ready.TrySetResult();
        else if (line?.Split(' ') is ["started", var key, var id]) _started[key] = id;
        else if (line?.Split(' ') is ["refused", _, var exception, ..])
        {
            Refusals.Enqueue(exception);
            lock (_errors) _errors.AppendLine(line);
        }
    }
}
