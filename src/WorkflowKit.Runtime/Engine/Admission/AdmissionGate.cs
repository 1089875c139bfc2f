namespace WorkflowKit.Engine;

/// <summary>A limit of how many pass at once, and those who wait for it in their order. Guarded by the desk's lock.</summary>
internal sealed class AdmissionGate(string name, int limit, bool isKey)
{
    private readonly Queue<AdmissionTicket> _waiting = new();

    internal string Name => name;

    internal int Inside { get; private set; }

    /// <summary>How many tickets refer to it; a gate of none is forgotten.</summary>
    internal int Tickets { get; set; }

    internal bool TryPass()
    {
        if (Inside >= limit || _waiting.Count > 0) return false;
        Inside++;
        return true;
    }

    /// <summary>For one who is inside already, as another host, or this one before, had let it in.</summary>
    internal void Adopt() => Inside++;

    internal void Wait(AdmissionTicket ticket) => _waiting.Enqueue(ticket);

    /// <summary>Somebody leaves.</summary>
    /// <returns>Who passes in its place.</returns>
    internal AdmissionTicket? Leave()
    {
        Inside--;
        while (Inside < limit && _waiting.TryDequeue(out var next))
        {
            // Who gave up, or was let in otherwise, still stands in the queue.
            if (!next.IsWaiting || (isKey ? next.HasKey : next.HasWorkflow)) continue;
            Inside++;
            return next;
        }
        return null;
    }
}
