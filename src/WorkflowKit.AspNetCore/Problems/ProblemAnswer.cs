using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>Answers with a problem (RFC 9457), in the host's own way where it has one.</summary>
internal static class ProblemAnswer
{
    internal const string ContentType = "application/problem+json";

    internal static async Task WriteAsync(HttpContext context, ProblemException problem)
    {
        var kind = problem.Kind;
        context.Response.StatusCode = kind.Status;
        context.Response.ContentLength = null;
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        // They spoke of the answer that was meant.
        (headers.ETag, headers.Location, headers.Link) = (default, default, default);
        if (problem.RetryAfter is { } wait)
            headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var details = new ProblemDetails { Type = kind.Type, Title = kind.Title, Status = kind.Status, Detail = problem.Message, Extensions = { ["code"] = kind.Code } };
        foreach (var (name, value) in problem.Members) details.Extensions[name] = value;
        if (context.RequestServices.GetService<IProblemDetailsService>() is { } service
            && await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details }).ConfigureAwait(false))
        {
            return;
        }
        await context.Response.WriteAsJsonAsync(details, ProblemJson.Default.ProblemDetails, ContentType, context.RequestAborted).ConfigureAwait(false);
    }
}
