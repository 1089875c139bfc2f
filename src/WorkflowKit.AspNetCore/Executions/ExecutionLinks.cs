using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>Where executions are found, as seen from the request that asks.</summary>
internal static class ExecutionLinks
{
    private const string Segment = "/executions";

    internal static string To(HttpRequest request, string executionId)
    {
        var path = request.Path.Value ?? "";
        var end = path.LastIndexOf(Segment, StringComparison.OrdinalIgnoreCase) + Segment.Length;
        return $"{request.PathBase.ToUriComponent()}{new PathString(path[..end]).ToUriComponent()}/{executionId}";
    }

    /// <summary>Tells where an execution is that was started, or asked for something.</summary>
    internal static JsonAccepted<ExecutionAccepted> Accepted(HttpRequest request, string executionId) =>
        new(To(request, executionId), new ExecutionAccepted(executionId), ExecutionJson.Default.ExecutionAccepted);
}
