namespace WorkflowKit.Engine;

/// <summary>
/// Lets executions have their turn: first come, first served, within the host's limit, the limit per workflow and the limit of a key. Nobody
/// who waits for a gate of its own holds up those behind it.
/// </summary>
internal sealed class AdmissionDesk(WorkflowEngineOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AdmissionGate> _gates = [];
    private readonly Queue<AdmissionTicket> _ready = new();
    private readonly int _limit = options.MaxConcurrentExecutions;
    private int _running;
    private int _waiting;

    internal int Waiting => Volatile.Read(ref _waiting);

    internal int Running => Volatile.Read(ref _running);

    /// <summary>How many could begin now. Those that wait for a gate of their own take no room: the one that holds it must come in.</summary>
    internal int Free
    {
        get
        {
            lock (_lock) return Math.Max(0, _limit - _running - _ready.Count);
        }
    }

    /// <param name="holder">Who wants a turn.</param>
    /// <param name="workflowId">Its workflow.</param>
    /// <param name="key">Its concurrency key, made unique; <see langword="null"/>: none.</param>
    /// <param name="keyLimit">How many of that key may be under way.</param>
    internal AdmissionTicket Ticket(IAdmitted holder, string workflowId, string? key, int keyLimit)
    {
        if (key is null && options.MaxConcurrentExecutionsPerWorkflow is null) return new AdmissionTicket(holder, null, null);
        lock (_lock)
        {
            var keyGate = key is null ? null : Gate(key, keyLimit, isKey: true);
            var workflowGate = options.MaxConcurrentExecutionsPerWorkflow is { } limit ? Gate($"workflow\n{workflowId}", limit, isKey: false) : null;
            return new AdmissionTicket(holder, keyGate, workflowGate);
        }
    }

    /// <summary>Asks for a turn; where it is not at once, <see cref="IAdmitted.Admitted"/> tells when it is.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="mayRefuse">Whether a full queue refuses it.</param>
    /// <returns>Whether it is accepted.</returns>
    internal bool Enter(AdmissionTicket ticket, bool mayRefuse)
    {
        lock (_lock)
        {
            if (ticket.HasTurn || ticket.IsWaiting) return true;
            if (Pass(ticket) && _running < _limit && _ready.Count == 0)
            {
                Begin(ticket);
                return true;
            }
            if (mayRefuse && _waiting >= options.MaxQueuedExecutions)
            {
                Admit(Release(ticket, finished: true));
                return false;
            }
            ticket.IsWaiting = true;
            _waiting++;
            if (ticket is { HasKey: true, HasWorkflow: true }) _ready.Enqueue(ticket);
            else (ticket.HasKey ? ticket.Workflow : ticket.Key)!.Wait(ticket);
            return true;
        }
    }

    /// <summary>A turn beyond all limits, for what has to end: a cancelled execution must not wait behind those that it should make room for.</summary>
    internal void Force(AdmissionTicket ticket)
    {
        lock (_lock)
        {
            if (ticket.HasTurn) return;
            Withdraw(ticket);
            Begin(ticket);
        }
    }

    /// <summary>Notes an execution that is under way since before this engine began, so that its key counts.</summary>
    internal void Adopt(AdmissionTicket ticket)
    {
        lock (_lock)
        {
            if (ticket.HasKey) return;
            ticket.Key!.Adopt();
            ticket.HasKey = true;
        }
    }

    /// <summary>Ends a turn, or a wait for one.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="finished">Whether the execution has ended, so that its key is free.</param>
    internal void Leave(AdmissionTicket ticket, bool finished)
    {
        List<AdmissionTicket>? admitted;
        lock (_lock)
        {
            if (ticket.HasTurn)
            {
                ticket.HasTurn = false;
                _running--;
            }
            Withdraw(ticket);
            admitted = Admit(Release(ticket, finished));
        }
        if (admitted is null) return;
        foreach (var next in admitted) next.Holder.Admitted();
    }

    /// <summary>The ticket is used no more: it has left for good.</summary>
    internal void Discard(AdmissionTicket ticket)
    {
        if (ticket is { Key: null, Workflow: null }) return;
        lock (_lock)
        {
            Forget(ticket.Key);
            Forget(ticket.Workflow);
        }
    }

    private static bool Pass(AdmissionTicket ticket)
    {
        if (!ticket.HasKey) ticket.HasKey = ticket.Key!.TryPass();
        if (ticket.HasKey && !ticket.HasWorkflow) ticket.HasWorkflow = ticket.Workflow!.TryPass();
        return ticket is { HasKey: true, HasWorkflow: true };
    }

    private void Begin(AdmissionTicket ticket)
    {
        ticket.HasTurn = true;
        _running++;
    }

    private void Withdraw(AdmissionTicket ticket)
    {
        if (!ticket.IsWaiting) return;
        ticket.IsWaiting = false;
        _waiting--;
    }

    /// <returns>Those who passed a gate in its place.</returns>
    private static (AdmissionTicket? Key, AdmissionTicket? Workflow) Release(AdmissionTicket ticket, bool finished)
    {
        var (key, workflow) = ((AdmissionTicket?)null, (AdmissionTicket?)null);
        if (ticket is { Workflow: { } workflowGate, HasWorkflow: true })
        {
            ticket.HasWorkflow = false;
            workflow = workflowGate.Leave();
            if (workflow is not null) workflow.HasWorkflow = true;
        }
        if (finished && ticket is { Key: { } keyGate, HasKey: true })
        {
            ticket.HasKey = false;
            key = keyGate.Leave();
            if (key is not null) key.HasKey = true;
        }
        return (key, workflow);
    }

    private List<AdmissionTicket>? Admit((AdmissionTicket? Key, AdmissionTicket? Workflow) passed)
    {
        if (passed.Workflow is { } workflow) _ready.Enqueue(workflow);
        if (passed.Key is { } key)
        {
            if (Pass(key)) _ready.Enqueue(key);
            else key.Workflow!.Wait(key);
        }

        List<AdmissionTicket>? admitted = null;
        while (_running < _limit && _ready.TryDequeue(out var next))
        {
            if (!next.IsWaiting) continue;
            next.IsWaiting = false;
            _waiting--;
            Begin(next);
            (admitted ??= []).Add(next);
        }
        return admitted;
    }

    private AdmissionGate Gate(string name, int limit, bool isKey)
    {
        if (!_gates.TryGetValue(name, out var gate)) _gates[name] = gate = new AdmissionGate(name, limit, isKey);
        gate.Tickets++;
        return gate;
    }

    private void Forget(AdmissionGate? gate)
    {
        if (gate is not null && --gate.Tickets == 0) _gates.Remove(gate.Name);
    }
}
