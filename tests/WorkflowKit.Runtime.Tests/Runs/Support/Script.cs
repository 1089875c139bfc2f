using System.Collections.Concurrent;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>Says what each call does, by path, and remembers what was called. A call that nobody scripted gives its input back.</summary>
public sealed class Script
{
    private readonly ConcurrentDictionary<string, Func<StepContext, CancellationToken, ValueTask<string>>> _calls = new();

    private readonly Dictionary<string, Func<StepContext, string>> _steps = [];

    private readonly ConcurrentDictionary<string, Action<string>> _looks = new();

    public ConcurrentQueue<string> Started { get; } = [];

    public ConcurrentQueue<string> Completed { get; } = [];

    public ConcurrentDictionary<string, string> Keys { get; } = new();

    /// <summary>Whether calls go on in another thread, so that strands really meet.</summary>
    public bool Yields { get; set; }

    /// <summary>Whether no call has ended before it is waited for.</summary>
    public bool IsLate { get; set; }

    public Script On(string path, Func<StepContext, CancellationToken, ValueTask<string>> call)
    {
        _calls[path] = call;
        return this;
    }

    /// <summary>Says what the calls of a step do, in all passes of its loops.</summary>
    internal void OnStep(string id, Func<StepContext, string> call) => _steps[id] = call;

    /// <summary>Looks at what a call is given.</summary>
    internal Script OnInput(string path, Action<string> look)
    {
        _looks[path] = look;
        return this;
    }

    public Script Fails(string path, int times = int.MaxValue) =>
        On(path, (context, _) => context.Attempt <= times ? throw new InvalidDataException($"{path} failed") : new("late"));

    internal ValueTask<Call.Output> RunAsync(Call.Input input, StepContext context, CancellationToken token) =>
        IsLate ? new(new LateAnswer<Call.Output>(() => CallAsync(input, context, token)), 0) : CallAsync(input, context, token);

    private async ValueTask<Call.Output> CallAsync(Call.Input input, StepContext context, CancellationToken token)
    {
        Started.Enqueue(context.Path);
        Keys[context.Path] = context.IdempotencyKey;
        if (_looks.TryGetValue(context.Path, out var look)) look(input.Value);
        if (Yields) await Task.Yield();
        var value = _calls.TryGetValue(context.Path, out var call) ? await call(context, token)
            : _steps.TryGetValue(context.Path[(context.Path.LastIndexOf('/') + 1)..], out var step) ? step(context)
            : input.Value;
        Completed.Enqueue(context.Path);
        return new(value);
    }
}
