namespace WorkflowKit.Definitions;

/// <summary>The six kinds of JSON value.</summary>
public enum SourceValueKind
{
    /// <summary><c>null</c></summary>
    Null,

    /// <summary><c>true</c> or <c>false</c></summary>
    Boolean,

    /// <summary>A number; its text is kept as written.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object; its members keep their order.</summary>
    Object,
}
