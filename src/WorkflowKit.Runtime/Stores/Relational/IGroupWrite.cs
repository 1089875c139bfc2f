namespace WorkflowKit.Stores;

/// <summary>A write that shares a transaction with others.</summary>
internal interface IGroupWrite
{
    /// <summary>Whether others than the one who added it wait for it.</summary>
    bool IsShared { get; }

    /// <summary>Lets those go on who wait for it. They run in the caller's thread, and may keep it as long as they like.</summary>
    void Complete();
}
