using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Requests;

public sealed class CrossSiteTests
{
    private const string Friend = "https://friend.example.com";

    [Theory]
    [InlineData("cross-site", "https://evil.example.com")]
    [InlineData("cross-site", null)]
    [InlineData("same-site", "https://other.localhost")]
    [InlineData(null, "https://evil.example.com")]
    [InlineData(null, "null")]
    [InlineData("cross-site", "null")]
    public async Task A_page_of_another_site_changes_nothing_with_the_users_cookies(string? site, string? origin)
    {
        await using var host = await StartAsync();

        using var answer = await SendAsync(host, site, origin, "session=1");

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "cross_site");
        (await host.Engine.QueryAsync(cancellationToken: TestContext.Current.CancellationToken)).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("same-origin", null, "session=1")]
    [InlineData("none", null, "session=1")]
    [InlineData(null, null, "session=1")]
    [InlineData(null, "own", "session=1")]
    [InlineData("cross-site", Friend, "session=1")]
    [InlineData(null, Friend, "session=1")]
    [InlineData("cross-site", "https://evil.example.com", null)]
    public async Task The_hosts_own_pages_allowed_origins_and_programs_without_cookies_do(string? site, string? origin, string? cookie)
    {
        await using var host = await StartAsync();

        using var answer = await SendAsync(host, site, origin == "own" ? host.Address.GetLeftPart(UriPartial.Authority) : origin, cookie);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Reading_is_nobodys_business_but_that_of_cors()
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("executions", UriKind.Relative));
        request.Headers.Add("Cookie", "session=1");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await host.Client().SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<WebHost> StartAsync()
    {
        var host = await WebHost.StartAsync(kit => kit.AddHttp(options => options.AllowedOrigins.Add(Friend)));
        await host.SaveAsync(TestWorkflows.Approval);
        return host;
    }

    private static Task<HttpResponseMessage> SendAsync(WebHost host, string? site, string? origin, string? cookie)
    {
        var headers = new (string Name, string? Value)[] { ("Sec-Fetch-Site", site), ("Origin", origin), ("Cookie", cookie) };
        return host.Client().PostAsync("executions", """{ "workflowId": "approval" }""", [.. headers.Where(one => one.Value is not null).Select(one => (one.Name, one.Value!))]);
    }
}
