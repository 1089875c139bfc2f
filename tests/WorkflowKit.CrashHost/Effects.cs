using System.Text;
using WorkflowKit;

namespace WorkflowKit.CrashHost;

/// <summary>What steps did to the world: one line each, written in one go, so that a killed process leaves whole lines behind.</summary>
public sealed class Effects(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public void Add(StepContext context)
    {
        var line = Encoding.UTF8.GetBytes($"{context.ExecutionId} {context.Path} {context.IdempotencyKey}\n");
        lock (_gate) _file.Write(line);
    }

    public void Dispose() => _file.Dispose();
}
