namespace WorkflowKit.Stores;

/// <summary>What an archived execution has beside its head, in this order: objects, where it does not say otherwise.</summary>
[Flags]
internal enum ArchivedParts : ushort
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

    /// <summary>Its counters, as numbers: of one that was claimed more than once, or was asked for something.</summary>
    Counters = 128,

    Tags = 256,
}
