namespace WorkflowKit.Engine;

/// <summary>Waits for its turn.</summary>
internal interface IAdmitted
{
    /// <summary>It is its turn. Called outside all locks, and must return at once.</summary>
    void Admitted();
}
