namespace WorkflowKit.Editing.Keywords;

/// <summary>What a keyword of JSON Schema takes.</summary>
internal enum SchemaWordShape
{
    Text,
    Number,
    WholeNumber,
    Boolean,

    /// <summary>Any JSON.</summary>
    Value,

    /// <summary>A list of any JSON.</summary>
    Values,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>The names of members.</summary>
    MemberNames,
    Schema,
    SchemaList,
    SchemasByName,

    /// <summary>A reference to a schema of the same document.</summary>
    Reference,
}
