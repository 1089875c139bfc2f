using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

public sealed class PolicyTests
{
    [Fact]
    public async Task Who_may_change_definitions_is_the_hosts_policy()
    {
        await using var host = await WebHost.StartAsync(kit => kit.AddHttp(options => options.ChangesPolicy = "operators"));
        var text = Texts.Good("orders");

        using var nobody = await host.Client().PutAsync("definitions/orders", text);
        using var ada = await host.Client("ada").PutAsync("definitions/orders", text);
        using var mine = await host.Client("operator").PutAsync("definitions/orders", text);
        using var deleted = await host.Client("ada").SendAsync(HttpMethod.Delete, "definitions/orders");
        using var check = await host.Client("ada").PostAsync("definitions/validate", text);

        (nobody.StatusCode, ada.StatusCode, mine.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Created));
        (deleted.StatusCode, check.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.OK));
        (await host.Client("ada").JsonAsync("definitions/orders")).Text("id").ShouldBe("orders");
    }

    [Fact]
    public async Task A_page_of_another_site_saves_nothing()
    {
        await using var host = await WebHost.StartAsync();

        using var answer = await host.Client().PutAsync("definitions/orders", Texts.Good("orders"), ("Cookie", "session=1"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example.com"));

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "cross_site");
        (await host.Registry.ReadAsync("orders", cancellationToken: TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
