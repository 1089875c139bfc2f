namespace WorkflowKit;

/// <summary>Whether an account can be used.</summary>
public enum ConnectionStatus
{
    /// <summary>Steps can use it.</summary>
    Connected,

    /// <summary>The user has begun to connect it.</summary>
    Pending,

    /// <summary>The user has to connect it once more.</summary>
    Expired,
}
