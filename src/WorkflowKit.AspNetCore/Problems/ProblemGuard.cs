using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowKit.Stores;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>Stands around every endpoint, the binding of its parameters included: whatever is thrown becomes a problem.</summary>
/// <param name="logger">The host's log.</param>
/// <param name="demand">Refuses requests before anything is done for them.</param>
internal sealed class ProblemGuard(ILogger logger, Action<HttpRequest> demand)
{
    internal void Surround(EndpointBuilder endpoint)
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context => RunAsync(inner, context);
    }

    private async Task RunAsync(RequestDelegate inner, HttpContext context)
    {
        try
        {
            demand(context.Request);
            await inner(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var problem = ExceptionProblems.Of(error);
            Log(context, problem);
            // A part of another answer is on its way: rather none than both in one.
            if (context.Response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 }) context.Abort();
            else await ProblemAnswer.WriteAsync(context, problem).ConfigureAwait(false);
        }
    }

    private void Log(HttpContext context, ProblemException problem)
    {
        var (request, kind) = (context.Request, problem.Kind);
        if (kind == ProblemKinds.Failure) LogMessages.Failed(logger, problem.InnerException!, request.Method, request.Path);
        else if (kind == ProblemKinds.CrossSite) LogMessages.CrossSite(logger, request.Method, request.Path, problem.Message);
        // While it lasts every request meets it; where in the code that was says nothing.
        else if (kind == ProblemKinds.StoreUnavailable) LogMessages.Unavailable(logger, null, request.Method, request.Path, kind.Code, OutageOf(context, problem));
        else if (kind.Status >= StatusCodes.Status500InternalServerError)
            LogMessages.Unavailable(logger, problem.InnerException, request.Method, request.Path, kind.Code, problem.Message);
        else LogMessages.Refused(logger, request.Method, request.Path, kind.Code, problem.Message);
    }

    /// <summary>Which store it is and what is wrong with it, in one line. Callers are not told.</summary>
    private static string OutageOf(HttpContext context, ProblemException problem)
    {
        var cause = problem.InnerException is StoreUnavailableException { InnerException: { } inner } ? inner : problem.InnerException ?? problem;
        return $"{context.RequestServices.GetService<IExecutionStore>()}: {cause.Message.ReplaceLineEndings(" ")}";
    }
}
