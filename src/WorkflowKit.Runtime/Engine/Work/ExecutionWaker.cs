using System.Diagnostics;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Gives executions a turn, claiming those that this host does not have.</summary>
internal sealed class ExecutionWaker(EngineCore core) : IDisposable
{
    private readonly SemaphoreSlim[] _claims = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Gives an execution a turn.</summary>
    /// <returns>Whether it has one; else there is no such execution, or another host runs it.</returns>
    internal async ValueTask<bool> WakeAsync(string executionId)
    {
        if (core.Actors.Find(executionId) is { } known && known.Poke()) return true;
        var claims = _claims[(uint)executionId.GetHashCode(StringComparison.Ordinal) % (uint)_claims.Length];
        await claims.WaitAsync().ConfigureAwait(false);
        try
        {
            if (core.Actors.Find(executionId) is { } actor && actor.Poke()) return true;
            var owner = core.Owner;
            if (core.IsStopping || await ClaimAsync(executionId, owner).ConfigureAwait(false) is not { } log) return false;
            actor = new ExecutionActor(core, log);
            actor.Recover(core.Time.GetUtcNow());
            core.Admit(actor, owner);
            core.Heartbeat.Arm();
            return actor.Poke();
        }
        finally
        {
            claims.Release();
        }
    }

    internal void WakeSoon(string executionId) => _ = WakeInBackgroundAsync(executionId);

    public void Dispose()
    {
        foreach (var claims in _claims) claims.Dispose();
    }

    private async ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner)
    {
        try
        {
            return await core.Store.ClaimAsync(executionId, owner).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not WorkflowKitException)
        {
            core.NotAnswered(owner);
            throw;
        }
    }

    private async Task WakeInBackgroundAsync(string executionId)
    {
        try
        {
            var asked = core.Answers.OpenOf(executionId);
            if (await WakeAsync(executionId).ConfigureAwait(false)) return;
            // Another host has it by now: that it is stored is all that can be promised of what was asked here.
            foreach (var requestId in asked) core.Answers.Give(requestId, null);
        }
        catch (Exception error) when (!core.IsStopping)
        {
            LogMessages.GivenUp(core.Logger, error, executionId);
            core.Pump.TryAgainLater(executionId);
        }
        catch (ObjectDisposedException)
        {
            Debug.Assert(core.IsStopping, "Only a stopping engine is disposed.");
        }
    }
}
