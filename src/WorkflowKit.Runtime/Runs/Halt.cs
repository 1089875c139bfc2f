namespace WorkflowKit.Runs;

/// <summary>A scope that can be cut off as one: the whole run, the branches of a <c>parallel</c>, the passes of a <c>forEach</c>.</summary>
internal sealed class Halt(Halt? outer)
{
    private CancellationTokenSource? _source;
    private volatile bool _requested;

    internal bool IsRequested => _requested || (outer?.IsRequested ?? false);

    /// <summary>For the steps in it; cancelled by <see cref="Request"/> here or further out.</summary>
    internal CancellationToken Token
    {
        get
        {
            if (_source is { } source) return source.Token;
            lock (this)
            {
                _source ??= outer is null ? new() : CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
                if (_requested) _source.Cancel();
                return _source.Token;
            }
        }
    }

    /// <summary>Cuts it off. What steps do upon their token runs on another thread.</summary>
    internal void Request()
    {
        lock (this)
        {
            if (_requested) return;
            _requested = true;
            if (_source is not null) _ = _source.CancelAsync();
        }
    }

    /// <summary>Lets go of the outer scope once nothing runs in this one.</summary>
    internal void Release()
    {
        if (outer is not null) _source?.Dispose();
    }
}
