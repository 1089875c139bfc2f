using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.AspNetCore.Streaming;

namespace WorkflowKit.AspNetCore.Executions;

/// <summary>The events of one execution, from a place on and then as they happen.</summary>
/// <param name="engine">Where they come from.</param>
/// <param name="execution">The execution as it stands.</param>
/// <param name="after">The last event that the client has seen, which the log has.</param>
/// <param name="host">What streams share.</param>
/// <param name="caller">Who watches.</param>
internal sealed class ExecutionEventsResult(IExecutionEngine engine, ExecutionSummary execution, long after, StreamHost host, Caller caller)
    : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        using var _ = host.Quota.Enter(caller.UserId);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, host.Stopping);
        var (format, contentType) = EventFormat.For(httpContext.Request);
        var tape = host.Tapes.Enter(engine, execution, format, after);
        try
        {
            await StreamHead.SendAsync(httpContext, contentType, ending.Token).ConfigureAwait(false);
            await new TapeReader(engine, tape, after, host).CopyToAsync(httpContext.Response.BodyWriter, ending.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException && ending.IsCancellationRequested || error is EngineStoppedException)
        {
            // The client is gone, or the host goes and the client comes back.
        }
        finally
        {
            host.Tapes.Leave(tape);
        }
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        new ContractResponse(StatusCodes.Status200OK, typeof(ProgressEvent), EventFormat.ServerSentType, EventFormat.JsonLinesType, EventFormat.NdJsonType).AddTo(builder);
    }
}
