namespace WorkflowKit.Runs;

/// <summary>The replay: recorded outcomes are handed to the strands in the order of the log, until the log is used up.</summary>
internal sealed partial class WorkflowRun
{
    private bool _cutOffPending;

    /// <summary>Runs while all strands wait and the log goes on.</summary>
    private void Pump()
    {
        while (true)
        {
            Parked? next;
            List<Parked>? released = null;
            var wake = Wake.Go;
            lock (_gate)
            {
                if (_ended || _live) return;
                next = NextInReplay(ref wake);
                if (next is not null)
                {
                    _parked.Remove(next);
                    _active++;
                }
                else if (Journal.Next is null || (Journal.HasVoids && _parked.Count > 0))
                {
                    // After a retry some steps run before the log is used up; the rest of it is handed out as it is asked for.
                    GoLive();
                    released = [.. _parked];
                    _parked.Clear();
                    _active += released.Count;
                }
            }

            if (released is not null)
            {
                ReleaseAll(released);
                return;
            }

            if (next is null)
            {
                var lost = Journal.Next!.Outcome!;
                End(new(RunOutcomeKind.Diverged)
                {
                    Divergence = new(ReplayDivergenceKind.Program, lost.Path, lost.Sequence, $"{lost.Type} of '{lost.StepId}'", "a program that does not ask for it"),
                });
                return;
            }

            next.Wake(wake);
        }
    }

    private Parked? NextInReplay(ref Wake wake)
    {
        while (true)
        {
            // A strand between two steps learns of its end at once; one that waits for a recorded outcome gets that first.
            if (_parked.Find(static parked => parked.Reason != ParkReason.Outcome && parked.Halt.IsRequested) is { } halted)
            {
                wake = Wake.Halted;
                return halted;
            }

            if (Journal.Next is not { } record) return null;
            var waiting = _parked.Find(parked => ReferenceEquals(parked.Record, record));
            if (waiting is null && Journal.HasVoids)
                waiting = _parked.Where(static parked => parked.Record is not null).MinBy(static parked => parked.Record!.Outcome!.Sequence);
            if (waiting is not null)
            {
                waiting.Record!.IsConsumed = true;
                return waiting;
            }

            if (!_cutOffPending) return null;

            // What follows in the log came after the cut.
            _cutOffPending = false;
            _main.Request();
        }
    }

    /// <summary>Called under the lock.</summary>
    private void GoLive()
    {
        _live = true;
        if (_cutOffPending)
        {
            _cutOffPending = false;
            _main.Request();
        }

        ArmDeadline();
        UpdateClear();
    }

    private static void ReleaseAll(List<Parked> released)
    {
        if (released is [var only])
        {
            only.Wake(Wake.Go);
            return;
        }

        foreach (var parked in released)
            ThreadPool.UnsafeQueueUserWorkItem(static parked => parked.Wake(Wake.Go), parked, preferLocal: false);
    }
}
