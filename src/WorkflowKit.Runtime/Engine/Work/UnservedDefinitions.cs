namespace WorkflowKit.Engine;

/// <summary>
/// Versions of workflows that this host cannot load: it lacks the definition, or a step of it. Their executions are left to other hosts. Whether it can by now is tried again
/// after growing pauses, however many executions wait.
/// </summary>
internal sealed class UnservedDefinitions(EngineCore core)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Unserved> _all = new(StringComparer.Ordinal);
    private volatile string[] _hashes = [];

    /// <summary>The versions' hashes.</summary>
    internal IReadOnlyCollection<string> Hashes => _hashes;

    /// <summary>When the next try is due; <see langword="null"/>: there is none.</summary>
    internal DateTimeOffset? NextTry
    {
        get
        {
            lock (_gate) return _all.Count == 0 ? null : _all.Values.Min(static one => one.NextTry);
        }
    }

    internal void Add(ExecutionHeader header, Exception error)
    {
        // A store that fails may answer soon; what is not there will not be in a second.
        var pause = error is WorkflowKitException ? FirstPause : WorkPump.PauseAfterFailure;
        var nextTry = core.Time.GetUtcNow() + pause;
        lock (_gate)
        {
            if (!_all.TryAdd(header.DefinitionHash, new Unserved(header.WorkflowId, header.DefinitionHash, pause, nextTry))) return;
            _hashes = [.. _all.Keys];
        }
        LogMessages.NotLoaded(core.Logger, error, header.WorkflowId, header.DefinitionHash);
        core.Pump.Arm(nextTry);
    }

    /// <summary>Tries to load those whose pause is over.</summary>
    internal async ValueTask TryAgainAsync()
    {
        if (_hashes.Length == 0) return;
        List<Unserved> due;
        var now = core.Time.GetUtcNow();
        lock (_gate) due = [.. _all.Values.Where(one => one.NextTry <= now)];
        foreach (var one in due)
        {
            var isServed = await CanLoadAsync(one).ConfigureAwait(false);
            var pause = one.Pause * 2 < LongestPause ? one.Pause * 2 : LongestPause;
            lock (_gate)
            {
                if (isServed) _all.Remove(one.Hash);
                else _all[one.Hash] = one with { Pause = pause, NextTry = core.Time.GetUtcNow() + pause };
                _hashes = [.. _all.Keys];
            }
            if (isServed) LogMessages.LoadedAgain(core.Logger, one.WorkflowId, one.Hash);
        }
    }

    private async ValueTask<bool> CanLoadAsync(Unserved one)
    {
        try
        {
            using var lease = await core.LeaseAsync(one.WorkflowId, one.Hash).ConfigureAwait(false);
            return true;
        }
        catch (Exception) when (!core.IsStopping)
        {
            return false;
        }
    }

    private sealed record Unserved(string WorkflowId, string Hash, TimeSpan Pause, DateTimeOffset NextTry);
}
