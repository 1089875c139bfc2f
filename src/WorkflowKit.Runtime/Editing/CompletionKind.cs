using System.Text.Json.Serialization;

namespace WorkflowKit.Editing;

/// <summary>What a completion stands for; editors choose an icon by it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CompletionKind>))]
public enum CompletionKind
{
    /// <summary>The name of a member of a JSON object.</summary>
    [JsonStringEnumMemberName("member")]
    Member,

    /// <summary>A value: a word, a duration, true or false.</summary>
    [JsonStringEnumMemberName("value")]
    Value,

    /// <summary>The type of a step of the host.</summary>
    [JsonStringEnumMemberName("stepType")]
    StepType,

    /// <summary>A control step.</summary>
    [JsonStringEnumMemberName("controlStep")]
    ControlStep,

    /// <summary>A step of the definition.</summary>
    [JsonStringEnumMemberName("step")]
    Step,

    /// <summary>A workflow, a connection or another thing that is referred to by name.</summary>
    [JsonStringEnumMemberName("reference")]
    Reference,

    /// <summary>A name that an expression can use.</summary>
    [JsonStringEnumMemberName("variable")]
    Variable,

    /// <summary>A member of a value in an expression.</summary>
    [JsonStringEnumMemberName("property")]
    Property,

    /// <summary>A function or macro of expressions.</summary>
    [JsonStringEnumMemberName("function")]
    Function,

    /// <summary>A word or an operator of expressions.</summary>
    [JsonStringEnumMemberName("keyword")]
    Keyword,

    /// <summary>A whole piece of JSON, such as a new step.</summary>
    [JsonStringEnumMemberName("snippet")]
    Snippet,
}
