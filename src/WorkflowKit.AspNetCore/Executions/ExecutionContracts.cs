using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>What is to be run.</summary>
internal sealed record StartRequest(
    [property: Description("The workflow.")] string WorkflowId,
    [property: Description("Its inputs, as its schema wants them; left out: none.")] JsonElement? Inputs = null);

/// <summary>An execution that was accepted.</summary>
internal sealed record ExecutionAccepted(string Id);

/// <summary>A page of executions, the newest first.</summary>
internal sealed record ExecutionList(
    IReadOnlyList<ExecutionSummary> Items,
    [property: Description("What `after` has to be for the next page; left out on the last one.")] string? Next);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ExecutionAccepted))]
[JsonSerializable(typeof(ExecutionList))]
[JsonSerializable(typeof(ExecutionRecord))]
internal sealed partial class ExecutionJson : JsonSerializerContext;
