using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Problems;

public sealed class ProblemGuardTests
{
    [Fact]
    public async Task An_answer_that_breaks_off_in_the_middle_is_none_and_not_two_in_one()
    {
        await using var host = await WebHost.StartAsync(app: app => Guard(app.MapGet("/broken", context =>
        {
            context.Response.BodyWriter.Write("""{ "half": """u8);
            throw new InvalidOperationException("The other half cannot be written.");
        })));

        await Should.ThrowAsync<HttpRequestException>(() => host.Client().GetStringAsync(new Uri("/broken", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_problem_says_nothing_of_the_answer_that_was_meant()
    {
        await using var host = await WebHost.StartAsync(app: app => Guard(app.MapGet("/changed", (RequestDelegate)(context =>
        {
            (context.Response.Headers.ETag, context.Response.Headers.Location, context.Response.Headers.Link) = ("\"1\"", "/there", "</next>; rel=\"next\"");
            throw new ProblemException(ProblemKinds.NotFound, "It is gone.");
        }))));

        using var answer = await host.Client().GetAsync("/changed", TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
        (answer.Headers.ETag, answer.Headers.Location).ShouldBe((null, null));
        answer.Headers.Contains("Link").ShouldBeFalse();
    }

    private static void Guard(IEndpointConventionBuilder endpoint) => endpoint.Finally(new ProblemGuard(NullLogger.Instance, static _ => { }).Surround);
}
