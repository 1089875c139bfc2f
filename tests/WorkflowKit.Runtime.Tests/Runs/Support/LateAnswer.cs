using System.Threading.Tasks.Sources;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>An answer that is never there before somebody waits for it: work that goes on in another thread may be done before anybody looks.</summary>
internal sealed class LateAnswer<T>(Func<ValueTask<T>> work) : IValueTaskSource<T>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<T> _core = new() { RunContinuationsAsynchronously = true };

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public T GetResult(short token) => _core.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _core.OnCompleted(continuation, state, token, flags);
        _ = AnswerAsync();
    }

    private async Task AnswerAsync()
    {
        try
        {
            _core.SetResult(await work());
        }
        catch (Exception error)
        {
            _core.SetException(error);
        }
    }
}
