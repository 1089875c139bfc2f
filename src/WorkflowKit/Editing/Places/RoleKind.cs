namespace WorkflowKit.Editing.Places;

/// <summary>What a value of a definition is to the format.</summary>
internal enum RoleKind
{
    /// <summary>Nothing that the format knows.</summary>
    Unknown,

    /// <summary>An object with fixed members.</summary>
    Object,

    /// <summary>A step: an object whose members depend on its type.</summary>
    Step,

    /// <summary>A list of steps.</summary>
    Steps,

    /// <summary>A list of objects with fixed members.</summary>
    Objects,

    /// <summary>Objects with fixed members, by names of the author's choice.</summary>
    ObjectsByName,

    /// <summary>A value without members that the format describes: a word, a number, an expression.</summary>
    Plain,

    /// <summary>A piece of a template.</summary>
    Template,

    /// <summary>A JSON Schema.</summary>
    Schema,

    /// <summary>JSON Schemas by names of the author's choice.</summary>
    SchemasByName,

    /// <summary>A list of JSON Schemas.</summary>
    Schemas,

    /// <summary>The value of a keyword of a JSON Schema that holds no schema.</summary>
    Keyword,
}
