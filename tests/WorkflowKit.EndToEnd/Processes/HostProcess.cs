using System.Diagnostics;
using System.Text;

namespace WorkflowKit.EndToEnd.Processes;

/// <summary>A host in a process of its own, which says `ready` when it is, and can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="project">The folder of its project, from the repository's root.</param>
    /// <param name="hear">Takes what else it says, a line each.</param>
    /// <param name="arguments">What it is started with.</param>
    internal HostProcess(string project, Action<string> hear, params string[] arguments)
    {
        _process = OwnProcess.Start(project, arguments);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is "ready") _ready.TrySetResult();
            else if (line.Data is { } text) hear(text);
        };
        _process.ErrorDataReceived += (_, line) => Complain(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The host ended by itself.\n{Errors}"));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal int Id => _process.Id;

    /// <summary>What it complained of.</summary>
    internal string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    internal Task ReadyAsync() => _ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    internal void Complain(string? line)
    {
        lock (_errors) _errors.AppendLine(line);
    }

    internal void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits until it has ended, as it was told to.</summary>
    internal async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
