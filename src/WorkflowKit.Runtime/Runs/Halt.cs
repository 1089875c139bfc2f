namespace WorkflowKit.Runs;

/// <summary>A scope that can be cut off as one: the whole run, the branches of a <c>parallel</c>, the passes of a <c>forEach</c>.</summary>
internal sealed class Halt(Halt? outer)
{
    private CancellationTokenSource? _source;
    private int _requested;

    internal bool IsRequested => Volatile.Read(ref _requested) == 1 || (outer?.IsRequested ?? false);

    /// <summary>For the steps in it; cancelled by <see cref="Request"/> here or further out.</summary>
    internal CancellationToken Token
    {
        get
        {
            if (_source is { } source) return source.Token;
            var made = outer is null ? new() : CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
            source = Interlocked.CompareExchange(ref _source, made, null) ?? made;
            if (source != made) made.Dispose();
            // Whoever asks for it just now either sees the source or is seen here.
            else if (Volatile.Read(ref _requested) == 1) source.Cancel();
            return source.Token;
        }
    }

    /// <summary>Cuts it off. What steps do upon their token runs on another thread.</summary>
    internal void Request()
    {
        if (Interlocked.Exchange(ref _requested, 1) == 1) return;
        if (_source is { } source) _ = source.CancelAsync();
    }

    /// <summary>Lets go of the outer scope once nothing runs in this one.</summary>
    internal void Release()
    {
        if (outer is not null) _source?.Dispose();
    }
}
