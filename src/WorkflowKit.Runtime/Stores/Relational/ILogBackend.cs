namespace WorkflowKit.Stores;

/// <summary>The database behind the logs of a store.</summary>
internal interface ILogBackend
{
    /// <summary>Whether the next step waits until an outcome is on disk.</summary>
    bool IsStrict { get; }

    /// <summary>Queues a write.</summary>
    void Write(LogWrite write);

    /// <summary>The log writes nothing more.</summary>
    void Closed(StoredLog log);

    /// <summary>The control requests of an execution after an ordinal.</summary>
    ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(StoredLog log, CancellationToken cancellationToken);

    /// <summary>All entries that are stored.</summary>
    ValueTask<IReadOnlyList<ProgressEvent>> ReadLogAsync(StoredLog log, CancellationToken cancellationToken);
}
