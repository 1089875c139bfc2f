namespace WorkflowKit.Stores;

/// <summary>What an archived execution has beside its head, as objects in this order.</summary>
[Flags]
internal enum ArchivedParts : byte
{
    None = 0,
    TextId = 1,
    Inputs = 2,
    UserId = 4,
    Parent = 8,
    RerunOf = 16,
    StartKey = 32,

    /// <summary>And the limit of the key, as a number.</summary>
    ConcurrencyKey = 64,

    /// <summary>Its last owner stopped in order: nothing beside.</summary>
    WasGivenBack = 128,
}
