using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>Stands around every endpoint, the binding of its parameters included: whatever is thrown becomes a problem.</summary>
internal static class ProblemGuard
{
    internal static void Around(EndpointBuilder endpoint, ILogger logger)
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context => RunAsync(inner, context, logger);
    }

    private static async Task RunAsync(RequestDelegate inner, HttpContext context, ILogger logger)
    {
        try
        {
            await inner(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var problem = ExceptionProblems.Of(error);
            Log(logger, context.Request, problem);
            await ProblemAnswer.WriteAsync(context, problem).ConfigureAwait(false);
        }
    }

    private static void Log(ILogger logger, HttpRequest request, ProblemException problem)
    {
        if (problem.Kind == ProblemKinds.Failure) LogMessages.Failed(logger, problem.InnerException!, request.Method, request.Path);
        else if (problem.Kind.Status >= StatusCodes.Status500InternalServerError) LogMessages.Unavailable(logger, problem.InnerException, request.Method, request.Path, problem.Kind.Code);
        else LogMessages.Refused(logger, request.Method, request.Path, problem.Kind.Code, problem.Message);
    }
}
