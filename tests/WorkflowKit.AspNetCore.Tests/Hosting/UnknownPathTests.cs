using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Hosting;

public sealed class UnknownPathTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("definitions/greeting/nonsense")]
    [InlineData("definitions//inputs")]
    [InlineData("executions/a/b/c/d")]
    [InlineData("..%2Fdefinitions")]
    public async Task A_path_where_nothing_is_has_a_problem_of_its_own(string path)
    {
        using var answer = await shared.Host.Client().GetAsync(path, TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("PATCH", "definitions/greeting", "DELETE, GET, PUT")]
    [InlineData("POST", "definitions", "GET")]
    [InlineData("GET", "language/hover", "POST")]
    [InlineData("DELETE", "executions", "GET, POST")]
    [InlineData("PUT", "executions/counts", "DELETE, GET")]
    [InlineData("OPTIONS", "schema/", "GET")]
    [InlineData("NONSENSE", "steps/test.gate", "GET")]
    public async Task A_method_that_a_path_does_not_take_is_told_with_those_that_it_takes(string method, string path, string allowed)
    {
        using var answer = await shared.Host.Client().SendAsync(new HttpMethod(method), path);

        await answer.ProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        answer.Content.Headers.Allow.ShouldBe(allowed.Split(", "), ignoreOrder: true);
    }

    [Fact]
    public async Task Paths_are_no_news_to_whom_the_map_does_not_let_in()
    {
        await using var host = await WebHost.StartAsync(app: app => app.MapWorkflowKit(WebHost.Prefix).RequireAuthorization());

        using var nobody = await host.Client().GetAsync("nonsense", TestContext.Current.CancellationToken);
        using var ada = await host.Client("ada").GetAsync("nonsense", TestContext.Current.CancellationToken);

        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await ada.ProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("/own", "own")]
    [InlineData("/api/workflows/own", "below the prefix")]
    [InlineData("/api/workflows/pages/deep/inside", "fallback below the prefix")]
    [InlineData("/api/other", "fallback")]
    [InlineData("/", "fallback")]
    public async Task What_the_host_maps_itself_goes_before(string path, string answered)
    {
        await using var host = await WebHost.StartAsync(app: app =>
        {
            app.MapWorkflowKit(WebHost.Prefix);
            app.MapGet("/own", () => "own");
            app.MapGet("/api/workflows/own", () => "below the prefix");
            app.MapFallback("/api/workflows/pages/{**rest}", () => "fallback below the prefix");
            app.MapFallback(() => "fallback");
        });

        using var answer = await host.Client().GetAsync(path, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(answered);
    }

    [Theory]
    [InlineData("/definitions/greeting/nonsense", HttpStatusCode.NotFound, "not_found")]
    [InlineData("/language/hover", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    public async Task At_the_root_of_a_host_the_paths_of_the_api_are_answered(string path, HttpStatusCode status, string code)
    {
        await using var host = await WebHost.StartAsync(app: app => app.MapWorkflowKit("/"));

        using var answer = await host.Client().GetAsync(path, TestContext.Current.CancellationToken);

        await answer.ProblemAsync(status, code);
    }

    [Fact]
    public async Task At_the_root_of_a_host_all_other_paths_are_the_hosts()
    {
        await using var host = await WebHost.StartAsync(app: app =>
        {
            // As files are served: only where no endpoint was found.
            app.Use((context, next) => context.GetEndpoint() is null ? context.Response.WriteAsync("a file") : next(context));
            app.MapWorkflowKit("/");
        });

        using var answer = await host.Client().GetAsync("/index.html", TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("a file");
    }
}
