using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Problems;
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
    internal static readonly RequestParameter<string> Tag =
        Parameters.Text("tag", "Those that have all of these tags; given several times.", StartOptions.MaxTagLength, isList: true);
    internal static readonly RequestParameter<DateTimeOffset?> From = Parameters.Time("from", "Those created at this time or later.");
    internal static readonly RequestParameter<DateTimeOffset?> To = Parameters.Time("to", "Those created before this time.");
    internal static readonly RequestParameter<string> Text =
        Parameters.Text("text", "Those in whose id, workflow id, workflow name, user or error message this text occurs, in upper or lower case.");

    internal static RequestParameter[] Filters { get; } = [Workflow, Status, Trigger, Parent, Tag, From, To, Text];

    /// <summary>Whether a request narrows the executions down at all.</summary>
    internal static bool AreThere(HttpRequest request) => Filters.Any(filter => request.Query.ContainsKey(filter.Name));

    /// <summary>A page of a query whose place comes from a request.</summary>
    /// <exception cref="ProblemException">The place to go on from is not one that a page gave.</exception>
    internal static async Task<ExecutionPage> PageAsync(this IExecutionEngine engine, ExecutionQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException error) when (error is { ParamName: "after" })
        {
            throw PageParameters.After.Invalid("it is not a place that a page gave");
        }
    }

    /// <summary>All executions that are a caller's business.</summary>
    internal static ExecutionQuery Of(Caller caller) => new()
    {
        UserId = caller.SeesAll ? null : caller.UserId,
        HasNoUser = caller is { SeesAll: false, UserId: null },
    };

    /// <summary>Those of them that a request asks for.</summary>
    internal static ExecutionQuery Read(HttpRequest request, Caller caller) => Of(caller) with
    {
        WorkflowId = Workflow.Read(request),
        Statuses = [.. Status.ReadLists(request).Select(one => one!.Value)],
        Trigger = Trigger.Read(request),
        ParentId = Parent.Read(request),
        Tags = ExecutionTags.Check(Tag.ReadAll(request), out var tags) is { } problem ? throw Tag.Invalid(problem) : tags,
        From = From.Read(request),
        To = To.Read(request),
        Text = Text.Read(request),
    };
}
