namespace WorkflowKit.Definitions.Format;

/// <summary>What kind of value a member of workflow.json takes.</summary>
internal enum FormatKind
{
    /// <summary>Anything at all, which nobody reads.</summary>
    Anything,

    /// <summary>Text for people.</summary>
    Text,

    /// <summary>One of <see cref="FormatMember.Words"/>.</summary>
    Word,

    /// <summary>A whole number from <see cref="FormatMember.Minimum"/> to <see cref="FormatMember.Maximum"/>.</summary>
    Integer,
    Boolean,

    /// <summary>An ISO-8601 duration.</summary>
    Duration,

    /// <summary>An ISO-8601 duration, or an expression that gives one.</summary>
    DurationOrExpression,

    /// <summary>An RFC 3339 timestamp, or an expression that gives one.</summary>
    TimestampOrExpression,

    /// <summary>A bare CEL expression.</summary>
    Expression,

    /// <summary>A bare CEL expression that gives true or false.</summary>
    Condition,

    /// <summary>A string in which <c>${{ expressions }}</c> may stand.</summary>
    TextTemplate,

    /// <summary>Any JSON, in whose strings <c>${{ expressions }}</c> may stand.</summary>
    Template,

    /// <summary>The input of a step: a template that the step's type describes.</summary>
    Input,

    /// <summary>A JSON Schema.</summary>
    Schema,

    /// <summary>The id of the definition itself.</summary>
    OwnWorkflowId,

    /// <summary>The id of a workflow of the host.</summary>
    WorkflowId,

    /// <summary>The id that a step or branch gives itself.</summary>
    OwnId,

    /// <summary>A list of the ids of steps in the same list.</summary>
    StepIds,
    StepType,

    /// <summary>A name that expressions can use.</summary>
    Variable,

    /// <summary>The name of a declared connection.</summary>
    ConnectionName,

    /// <summary>The service that an account is at.</summary>
    Provider,

    /// <summary>The name of a resilience pipeline of the host.</summary>
    Pipeline,

    /// <summary>A list of steps.</summary>
    StepList,

    /// <summary>An object with the members of <see cref="FormatMember.Object"/>.</summary>
    Object,

    /// <summary>A list of objects with the members of <see cref="FormatMember.Object"/>.</summary>
    Objects,

    /// <summary>An object by names of the author's choice, whose values have the members of <see cref="FormatMember.Object"/>.</summary>
    ObjectsByName,
}
