using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.Log;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>The parameters by which executions are filtered, and the query that they make.</summary>
internal static class ExecutionQueries
{
    private const int LongestId = 100;

    internal static readonly RequestParameter<string> Workflow = Parameters.Text("workflow", "Those of one workflow.", LongestId);
    internal static readonly RequestParameter<ExecutionStatus?> Status =
        Parameters.OneOf<ExecutionStatus>("status", "Those in one of these statuses; given several times, or with commas.", LogNames.Text, isList: true);
    internal static readonly RequestParameter<ExecutionTrigger?> Trigger = Parameters.OneOf<ExecutionTrigger>("trigger", "Those that this started.", LogNames.Text);
    internal static readonly RequestParameter<string> Parent = Parameters.Text("parent", "Those that the `workflow` steps of this execution started.", LongestId);
    internal static readonly RequestParameter<DateTimeOffset?> From = Parameters.Time("from", "Those created at this time or later.");
    internal static readonly RequestParameter<DateTimeOffset?> To = Parameters.Time("to", "Those created before this time.");
    internal static readonly RequestParameter<string> Text =
        Parameters.Text("text", "Those in whose id, workflow id, workflow name, user or error message this text occurs, in upper or lower case.");

    internal static RequestParameter[] Filters { get; } = [Workflow, Status, Trigger, Parent, From, To, Text];

    /// <summary>The executions that a request asks for, as far as they are the caller's business.</summary>
    internal static ExecutionQuery Read(HttpRequest request, Caller caller) => new()
    {
        UserId = caller.SeesAll ? null : caller.UserId,
        WorkflowId = Workflow.Read(request),
        Statuses = [.. Status.ReadAll(request).Select(one => one!.Value)],
        Trigger = Trigger.Read(request),
        ParentId = Parent.Read(request),
        From = From.Read(request),
        To = To.Read(request),
        Text = Text.Read(request),
    };
}
