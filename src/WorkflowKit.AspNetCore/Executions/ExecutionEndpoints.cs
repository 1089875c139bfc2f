using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Streaming;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>All endpoints of executions.</summary>
internal static class ExecutionEndpoints
{
    internal static void Map(RouteGroupBuilder root, WorkflowKitHttpOptions options, StreamHost streams)
    {
        var group = root.MapGroup("/executions", "Executions", ExecutionJson.Default);
        new StartEndpoints(options, streams).Map(group);
        new ReadEndpoints(options).Map(group);
        new EventEndpoints(streams).Map(group);
        ControlEndpoints.Map(group);
        new BulkEndpoints(options).Map(group);
        new TransferEndpoints(options).Map(group);
    }
}
