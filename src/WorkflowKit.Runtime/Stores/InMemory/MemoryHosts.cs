namespace WorkflowKit.Stores;

/// <summary>The hosts that own executions. Guarded by the store's gate.</summary>
internal sealed class MemoryHosts(TimeProvider time, TimeSpan leaseDuration)
{
    private readonly Dictionary<string, MemoryHost> _hosts = [];
    private readonly TimeSpan _mostOfLease = leaseDuration * 0.9;

    /// <summary>The living host of this name; asking for it renews its lease.</summary>
    internal MemoryHost Use(string name)
    {
        var validUntil = time.GetUtcNow() + leaseDuration;
        if (_hosts.TryGetValue(name, out var host)) host.ValidUntil = validUntil;
        else _hosts[name] = host = new MemoryHost(name, validUntil);
        return host;
    }

    /// <summary>As <see cref="Use(string)"/>, for a host that told the time just now: while most of its lease is left, that is not worth another look at the clock.</summary>
    internal MemoryHost Use(string name, DateTimeOffset toldTime) =>
        _hosts.TryGetValue(name, out var host) && host.ValidUntil - toldTime is var left && left > _mostOfLease && left <= leaseDuration ? host : Use(name);

    internal bool Renew(string name)
    {
        if (!_hosts.TryGetValue(name, out var host)) return false;
        host.ValidUntil = time.GetUtcNow() + leaseDuration;
        return true;
    }

    internal bool IsOver(MemoryHost host) => host.ValidUntil <= time.GetUtcNow();

    /// <summary>Hosts whose lease is over are dead from now on: their executions are anybody's.</summary>
    internal void Bury(string asker, Action<MemoryExecution> orphan)
    {
        foreach (var host in _hosts.Values.Where(host => host.Name != asker && IsOver(host)).ToList())
            Remove(host, orphan);
    }

    internal void Remove(string name, Action<MemoryExecution> orphan)
    {
        if (_hosts.TryGetValue(name, out var host)) Remove(host, orphan);
    }

    internal DateTimeOffset? NextExpiry(string asker)
    {
        DateTimeOffset? next = null;
        foreach (var host in _hosts.Values)
            if (host.Name != asker && host.OwnsSomething && (next is null || host.ValidUntil < next)) next = host.ValidUntil;
        return next;
    }

    private void Remove(MemoryHost host, Action<MemoryExecution> orphan)
    {
        _hosts.Remove(host.Name);
        while (host.First is { } execution)
        {
            host.Remove(execution);
            orphan(execution);
        }
    }
}
