using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>What may start an execution over HTTP.</summary>
[JsonConverter(typeof(StartTriggerConverter))]
internal enum StartTrigger
{
    [JsonStringEnumMemberName("manual")]
    Manual,

    [JsonStringEnumMemberName("scheduled")]
    Scheduled,

    [JsonStringEnumMemberName("api")]
    Api,
}

/// <summary>Reads words alone: numbers are how enumerations look inside.</summary>
internal sealed class StartTriggerConverter() : JsonStringEnumConverter<StartTrigger>(namingPolicy: null, allowIntegerValues: false);

/// <summary>What is to be run.</summary>
internal sealed record StartRequest(
    [property: Description("The workflow.")] string WorkflowId,
    [property: Description("Its inputs, as its schema wants them; left out: none.")] JsonElement? Inputs = null,
    [property: Description("What starts it; left out: `api`.")] StartTrigger? Trigger = null,
    [property: Description("Short texts by which it is found again.")] IReadOnlyList<string>? Tags = null);

/// <summary>An execution that was accepted.</summary>
internal sealed record ExecutionAccepted(string Id);

/// <summary>A page of executions, the newest first.</summary>
internal sealed record ExecutionList(
    IReadOnlyList<ExecutionSummary> Items,
    [property: Description("What `after` has to be for the next page; left out on the last one.")] string? Next = null);

/// <summary>How many executions there are.</summary>
internal sealed record ExecutionTotals(
    long Total,
    [property: Description("By status; those that are 0 too.")] IReadOnlyDictionary<string, long> ByStatus,
    [property: Description("By day and status, the latest day first; what is 0 is left out.")] IReadOnlyList<DayTotal> Days);

/// <summary>How many of one day have a status.</summary>
internal sealed record DayTotal([property: Description("The day of their creation, in UTC.")] DateOnly Day, string Status, long Count);

/// <summary>A page of an execution's events.</summary>
internal sealed record Timeline(
    IReadOnlyList<ProgressEvent> Items,
    [property: Description("What `after` has to be for the next page; left out where there is nothing more so far.")] long? Next = null);

/// <summary>What became of a request to many executions.</summary>
internal sealed record BulkResult(
    [property: Description("The executions that were asked, the newest first.")] IReadOnlyList<BulkItem> Items,
    [property: Description("How many have taken the request.")] int Accepted,
    [property: Description("What `after` has to be to ask those that are left; left out where there are none.")] string? Next = null);

/// <summary>What became of it at one.</summary>
internal sealed record BulkItem(
    string Id,
    bool Accepted,
    [property: Description("Why not: the code of the problem.")] string? Code = null,
    [property: Description("Why not, for people.")] string? Detail = null);

/// <summary>Why something is asked.</summary>
internal sealed record ReasonRequest([property: Description("Why; it is recorded.")] string? Reason = null);

/// <summary>Which step is left out.</summary>
internal sealed record SkipRequest(
    [property: Description("The step's path, such as `ship[3]/book`.")] string Path,
    [property: Description("What stands for its output; left out: it has none.")] JsonElement? Output = null,
    [property: Description("Why; it is recorded.")] string? Reason = null);

/// <summary>What a person answers to an `input` step.</summary>
internal sealed record InputRequest(
    [property: Description("The step's path.")] string Path,
    [property: Description("The data, as the step's schema wants it.")] JsonElement Data);
