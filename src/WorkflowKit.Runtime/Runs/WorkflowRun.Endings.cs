using WorkflowKit.Definitions;

namespace WorkflowKit.Runs;

/// <summary>How a run that failed or was cut off ends: what completed is undone, last first.</summary>
internal sealed partial class WorkflowRun
{
    private List<Compensation>? _compensations;

    internal void Register(Compensation compensation)
    {
        lock (_gate) (_compensations ??= []).Add(compensation);
    }

    /// <summary>An exception's text with the step's place in the definition below it; <see langword="null"/> where the host keeps none.</summary>
    internal string? Trace(Exception error, StepSlot? slot) =>
        !Services.Limits.KeepStacks ? null
        : slot is null ? Masked(error.ToString())
        : $"{Masked(error.ToString())}{Environment.NewLine}   at step '{slot.Id}' in {Setup.Program.WorkflowId}{Names.DefinitionFileSuffix}:line {slot.Line}";

    private async ValueTask<RunOutcome> EndFailedAsync(StepError error, List<string> failed)
    {
        var undone = new List<string>();
        var voided = new List<string>(failed);
        await CompensateAsync(voided, undone).ConfigureAwait(false);
        voided.AddRange(undone);
        return new(RunOutcomeKind.Failed) { Error = error, Voided = [.. voided.Distinct(StringComparer.Ordinal)], Undone = undone };
    }

    private async ValueTask<RunOutcome> EndCutOffAsync(List<string> cut)
    {
        if (_cancelled)
        {
            await CompensateAsync([], []).ConfigureAwait(false);
            return new(RunOutcomeKind.Cancelled);
        }

        // A replay of what the cut left behind comes here before any timer was set.
        if (!_timedOut && (_ended || !(DeadlineAt <= Time.GetUtcNow()))) return RunOutcome.Abandoned;
        var error = new StepError(null, null, $"The run took longer than {StepErrors.Duration(Setup.Program.Settings.Timeout)}.", "timeout", "timeout");
        return await EndFailedAsync(error, cut).ConfigureAwait(false);
    }

    private async ValueTask CompensateAsync(List<string> voided, List<string> undone)
    {
        // By the log, not by the time of registration: strands register side by side.
        foreach (var compensation in (_compensations ?? []).OrderByDescending(static one => one.Sequence))
        {
            var trace = new List<string>();
            var scope = new RunScope(this, compensation.Frame, Shield()) { Trace = trace };
            try
            {
                await compensation.Undo(scope).ConfigureAwait(false);
            }
            catch (ReturnSignal)
            {
                // Ends the undoing of this step early, and no more: the run's end is decided.
            }
            catch (Exception error) when (error is not (ReplayDivergenceException or HaltedSignal))
            {
                // Recorded, and no reason to leave the others undone. A retry tries the rest of it again as the same work.
                scope.Attribute(error);
                voided.AddRange(trace);
                continue;
            }

            // The step and its undoing are done with: should a retry come to them again, that is other work.
            AddTree(undone, compensation.Frame, compensation.Slot);
            undone.AddRange(trace);
            AddContainers(voided, compensation.Frame, compensation.Slot);
        }
    }

    /// <summary>The paths of the steps that a step stands in: what they came to depends on it.</summary>
    private void AddContainers(List<string> paths, Frame frame, StepSlot slot)
    {
        while (slot.Parent is { } id && Setup.Program.FindSlot(id) is { } parent)
        {
            paths.Add(frame.PathOf(parent));
            slot = parent;
        }
    }

    /// <summary>The paths of a step and of all in it; those in a loop as one that ends in a bracket.</summary>
    private static void AddTree(List<string> paths, Frame frame, StepSlot slot)
    {
        var path = frame.PathOf(slot);
        paths.Add(path);
        if (slot.IsLoop)
        {
            paths.Add(path + "[");
            return;
        }

        foreach (var inner in slot.Inner) AddTree(paths, frame, inner);
    }
}
