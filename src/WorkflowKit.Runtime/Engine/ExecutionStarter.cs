using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>From a request to an execution: checks everything that can be checked before anything is recorded.</summary>
internal sealed class ExecutionStarter(EngineCore core)
{
    private const int DeepestChild = 32;

    /// <summary>Starts an execution and has it begun, in the caller's thread where that may be.</summary>
    /// <returns>The id, and the record where the execution has ended already.</returns>
    internal async ValueTask<(string Id, ExecutionRecord? Record)> StartAsync(StartRequest request, bool inline, CancellationToken cancellationToken)
    {
        core.ThrowIfStopping();
        var lease = await core.LeaseAsync(request.WorkflowId, null, cancellationToken).ConfigureAwait(false);
        AdmissionTicket? ticket = null;
        var isOurs = true;
        try
        {
            // Loading may have taken a while.
            core.ThrowIfStopping();
            var program = lease.Workflow;
            var inputs = WorkflowInputs.Check(program, request.Inputs, core.Options.MaxInputBytes);
            var header = HeaderOf(request, program, inputs.Recorded, KeyOf(program, inputs.Whole));
            ticket = core.TicketFor(NobodyYet.Instance, header);
            if (!core.Desk.Enter(ticket, request.MayBeRefused)) throw new QueueFullException(core.Options.MaxQueuedExecutions, core.Options.RetryAfter);
            var owner = core.Owner;
            var creation = core.Store.CreateAsync(header, owner, cancellationToken).OrUnavailable();
            DateTimeOffset? now = creation.IsCompleted && core.CrashPoints is null ? header.CreatedAt : null;
            var created = await AnsweredAsync(creation, owner).ConfigureAwait(false);
            if (created.IsNew) core.Lists.Publish(header.Id);
            if (created.IsNew && inputs.HasSecrets) core.Secrets.Keep(header.Id, inputs.Whole);
            if (created.Log is null)
            {
                // The store gives a dead host nothing: it was taken for one, and did not know.
                if (created.IsNew) core.LoseLease(owner);
                return (created.Id, null);
            }
            var actor = new ExecutionActor(core, created.Log);
            actor.Prepare(lease, inputs.Whole, ticket, request.Caller);
            isOurs = false;
            core.Admit(actor, owner);
            EngineTelemetry.Started(header);
            if (core.CrashPoints is { } points) await points.PassAsync(CrashPoint.Created, header.Id).ConfigureAwait(false);
            // Also where it has to wait: a turn that came before the ticket had this holder is seen now.
            if (inline && MayRunInline()) actor.Begin(now);
            else actor.Poke();
            return (header.Id, actor.Result);
        }
        finally
        {
            if (isOurs)
            {
                lease.Dispose();
                if (ticket is not null)
                {
                    core.Desk.Leave(ticket, finished: true);
                    core.Desk.Discard(ticket);
                }
            }
        }
    }

    /// <summary>Starts the child of a step, or finds the one that it started before.</summary>
    internal async ValueTask<string> StartChildAsync(ExecutionHeader parent, ActivityContext span, string path, string key, string workflowId, JsonElement inputs)
    {
        await DemandShallowAsync(parent).ConfigureAwait(false);
        var request = new StartRequest(workflowId, inputs, new StartOptions { UserId = parent.UserId, Trigger = ExecutionTrigger.Child, StartKey = key })
        {
            ParentId = parent.Id,
            ParentPath = path,
            Caller = span,
        };
        return (await StartAsync(request, inline: false, CancellationToken.None).ConfigureAwait(false)).Id;
    }

    private ValueTask<ExecutionCreation> AnsweredAsync(ValueTask<ExecutionCreation> creation, string owner)
    {
        return creation.IsCompletedSuccessfully ? creation : WaitAsync();

        async ValueTask<ExecutionCreation> WaitAsync()
        {
            try
            {
                return await creation.ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                core.NotAnswered(owner);
                throw;
            }
        }
    }

    private ExecutionHeader HeaderOf(StartRequest request, CompiledWorkflow program, JsonElement inputs, string? key)
    {
        var now = core.Time.GetUtcNow();
        return new ExecutionHeader
        {
            Id = ExecutionIds.Next(now),
            WorkflowId = program.WorkflowId,
            WorkflowName = program.WorkflowName,
            DefinitionHash = program.DefinitionHash,
            Inputs = inputs,
            CreatedAt = now,
            UserId = request.Options.UserId,
            Trigger = request.Options.Trigger,
            ParentId = request.ParentId,
            ParentPath = request.ParentPath,
            RerunOf = request.RerunOf,
            Tags = request.Options.Tags is { } tags ? ExecutionTags.Checked(tags, nameof(StartOptions.Tags)) : [],
            StartKey = request.Options.StartKey,
            ConcurrencyKey = key,
            ConcurrencyLimit = program.Settings.ConcurrencyLimit ?? 0,
        };
    }

    /// <summary>A limit without a key is one for all of the workflow.</summary>
    private static string? KeyOf(CompiledWorkflow program, JsonElement inputs)
    {
        if (program.Settings.ConcurrencyLimit is null) return null;
        try
        {
            return program.ConcurrencyKey(inputs) ?? "";
        }
        catch (CelException error)
        {
            throw new InvalidInputsException($"workflow '{program.WorkflowId}'", $"its concurrency key cannot be worked out: {error.Message}", error);
        }
    }

    private async ValueTask DemandShallowAsync(ExecutionHeader parent)
    {
        var depth = 1;
        for (var header = parent; header.ParentId is { } parentId; depth++)
        {
            if (depth >= DeepestChild) throw new ChildDepthException(DeepestChild);
            if (await core.Store.FindAsync(parentId).ConfigureAwait(false) is not { } found) return;
            header = found.Header;
        }
    }

    /// <summary>A thread that somebody needs for something else (a user interface, a scheduler), or whose stack is nearly used up, is left alone.</summary>
    private static bool MayRunInline() =>
        SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default && RuntimeHelpers.TryEnsureSufficientExecutionStack();
}
