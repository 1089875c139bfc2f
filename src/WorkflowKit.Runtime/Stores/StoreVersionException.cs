namespace WorkflowKit;

/// <summary>A database was written by a newer version of WorkflowKit than this one; nothing in it was touched.</summary>
public sealed class StoreVersionException : WorkflowKitException
{
    /// <summary>Names the versions.</summary>
    /// <param name="found">The version of the schema in the database.</param>
    /// <param name="known">The newest version that this library can use.</param>
    public StoreVersionException(int found, int known)
        : base($"The database has schema version {found}, this version of WorkflowKit knows up to {known}. Update WorkflowKit on this host, or give it another database.") =>
        (Found, Known) = (found, known);

    /// <summary>The version of the schema in the database.</summary>
    public int Found { get; }

    /// <summary>The newest version that this library can use.</summary>
    public int Known { get; }
}
