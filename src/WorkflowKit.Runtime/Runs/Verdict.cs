namespace WorkflowKit.Runs;

/// <summary>What strands that ran beside each other came to, decided by the log and not by the clock: the lowest entry counts. Thread-safe.</summary>
internal sealed class Verdict
{
    private readonly List<StepFailedException> _failures = [];
    private readonly List<string> _cut = [];
    private ReturnSignal? _returned;
    private long _returnedAt;
    private bool _isCut;

    internal IReadOnlyList<StepFailedException> Failures => _failures;

    /// <summary>Takes in how one strand ended, unless it ended well.</summary>
    /// <returns>Whether the strand decides for the others too; a strand that was cut off does not.</returns>
    internal bool Add(RunScope scope, Exception error)
    {
        var failure = error is RunSignal ? null : scope.Attribute(error);
        lock (_failures)
        {
            switch (error)
            {
                case HaltedSignal halted:
                    _isCut = true;
                    _cut.AddRange(halted.Paths);
                    return false;
                case ReturnSignal returned:
                    if (_returned is null || scope.SettledAt < _returnedAt) (_returned, _returnedAt) = (returned, scope.SettledAt);
                    return true;
                default:
                    _failures.Add(failure!);
                    return true;
            }
        }
    }

    /// <summary>What they came to together, or <see langword="null"/> where all ended well.</summary>
    internal Exception? Combine()
    {
        var first = _failures.MinBy(static failure => failure.Sequence);
        if (_returned is not null && (first is null || _returnedAt < first.Sequence)) return _returned;
        if (first is not null)
        {
            // A retry runs again whatever failed with it or was cut off for it.
            first.Paths.AddRange(_failures.Where(one => one != first).SelectMany(static one => one.Paths).Concat(_cut).ToList());
            return first;
        }

        if (!_isCut) return null;
        var halted = new HaltedSignal();
        halted.Paths.AddRange(_cut);
        return halted;
    }
}
