using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.AspNetCore.Streaming;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>The changes of a list, as they happen.</summary>
/// <param name="engine">Where they come from.</param>
/// <param name="query">Which list.</param>
/// <param name="host">What streams share.</param>
/// <param name="caller">Who watches.</param>
internal sealed class ListEventsResult(IExecutionEngine engine, ExecutionQuery query, StreamHost host, Caller caller) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        using var _ = host.Quota.Enter(caller.UserId);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, host.Stopping);
        try
        {
            await StreamHead.SendAsync(httpContext, EventFormat.ServerSentType, ending.Token).ConfigureAwait(false);
            await ServerSentList.CopyToAsync(token => engine.WatchListAsync(query, token), httpContext.Response.BodyWriter, host, ending.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException && ending.IsCancellationRequested || error is EngineStoppedException)
        {
            // The client is gone, or the host goes and the client comes back.
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        new ContractResponse(StatusCodes.Status200OK, typeof(ExecutionSummary), EventFormat.ServerSentType).AddTo(builder);
    }
}
