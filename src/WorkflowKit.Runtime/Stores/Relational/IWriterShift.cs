namespace WorkflowKit.Stores;

/// <summary>The work of writing, which one thread does at a time.</summary>
internal interface IWriterShift
{
    /// <summary>Whether there is something to write and no thread does.</summary>
    bool IsCalled { get; }

    /// <summary>Writes in the caller's thread, unless another has begun meanwhile.</summary>
    void TakeOver();
}
