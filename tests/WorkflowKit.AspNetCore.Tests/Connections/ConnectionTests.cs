using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Connections;

public sealed class ConnectionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Providers_are_listed()
    {
        var items = (await shared.Host.Client().JsonAsync("connections/providers")).GetProperty("items").EnumerateArray().ToList();

        var mail = items.ShouldHaveSingleItem();
        (mail.Text("id"), mail.Text("name"), mail.Text("configuredBy"), mail.Text("description")).ShouldBe(("mail", "Mail", "user", "Letters without paper."));
    }

    [Theory]
    [InlineData("ada", "connected")]
    [InlineData("bob", "pending")]
    public async Task Callers_see_their_accounts_and_nothing_that_is_in_them(string user, string status)
    {
        var list = await shared.Host.Client(user).JsonAsync("connections");
        var one = await shared.Host.Client(user).JsonAsync("connections/mail/work");

        var item = list.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (item.Text("provider"), item.Text("name"), item.Text("status")).ShouldBe(("mail", "work", status));
        one.Text("status").ShouldBe(status);
        $"{list}{one}".ShouldNotContain("top-secret");
        $"{list}{one}".ShouldNotContain("ada@example.com");
    }

    [Theory]
    [InlineData("carol")]
    [InlineData("operator")]
    [InlineData(null)]
    public async Task Accounts_of_others_are_not_there(string? user)
    {
        using var one = await shared.Host.Client(user).GetAsync("connections/mail/work", TestContext.Current.CancellationToken);

        await one.ProblemAsync(HttpStatusCode.NotFound, "connection_not_found");
        (await shared.Host.Client(user).JsonAsync("connections")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("fax/work")]
    [InlineData("%E2%98%83/work")]
    [InlineData("..%2Fmail/work")]
    [InlineData("mail/%20")]
    [InlineData("mail/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_no_provider_knows_is_not_found(string path)
    {
        using var answer = await shared.Host.Client("ada").GetAsync($"connections/{path}", TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "connection_not_found");
    }

    [Fact]
    public async Task An_account_that_its_source_does_not_list_is_there_where_it_can_be_used()
    {
        (await shared.Host.Client("ada").JsonAsync("connections/mail/another one")).Text("status").ShouldBe("connected");
    }

    [Theory]
    [InlineData(null, "user=carol&name=mail&to=")]
    [InlineData("{}", "user=carol&name=mail&to=")]
    [InlineData("""{ "name": "at work", "returnTo": "/connections?done" }""", "user=carol&name=at work&to=/connections?done")]
    [InlineData("""{ "returnTo": "OWN/done" }""", "user=carol&name=mail&to=OWN/done")]
    public async Task Connecting_tells_where_to_send_the_user(string? body, string query)
    {
        var own = shared.Host.Address.GetLeftPart(UriPartial.Authority);

        using var answer = await shared.Host.Client("carol").PostAsync("connections/mail/connect", body?.Replace("OWN", own, StringComparison.Ordinal));

        var place = await answer.JsonAsync(HttpStatusCode.OK);
        (place.Text("configuredBy"), place.Text("url")).ShouldBe(("user", $"https://accounts.example.com/connect?{query.Replace("OWN", own, StringComparison.Ordinal)}"));
    }

    [Theory]
    [InlineData("https://evil.example.com/")]
    [InlineData("//evil.example.com")]
    [InlineData("/\\\\evil.example.com")]
    [InlineData("/\\t/evil.example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://localhost@evil.example.com/")]
    [InlineData("connections")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_a_page_of_another_host(string page)
    {
        using var answer = await shared.Host.Client("carol").PostAsync("connections/mail/connect", $$"""{ "returnTo": "{{page}}" }""");

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe("returnTo");
    }

    [Theory]
    [InlineData("fax", null, HttpStatusCode.NotFound, "provider_not_found")]
    [InlineData("..%2Fmail", null, HttpStatusCode.NotFound, "provider_not_found")]
    [InlineData("mail", """{ "name": " " }""", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("mail", """{ "name": 7 }""", HttpStatusCode.BadRequest, "invalid_json")]
    [InlineData("mail", """{ "user": "ada" }""", HttpStatusCode.BadRequest, "invalid_json")]
    public async Task What_cannot_be_connected_is_told(string provider, string? body, HttpStatusCode status, string code)
    {
        using var answer = await shared.Host.Client("carol").PostAsync($"connections/{provider}/connect", body);

        await answer.ProblemAsync(status, code);
    }

    [Fact]
    public async Task A_source_that_fails_says_nothing_of_itself()
    {
        using var answer = await shared.Host.Client("unlucky").GetAsync("connections", TestContext.Current.CancellationToken);

        (await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "connections_unavailable")).ToString().ShouldNotContain("top-secret");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Accounts_of_the_hosts_configuration_are_everybodys_and_need_no_connecting()
    {
        await using var host = await WebHost.StartAsync(
            kit => kit.AddConfiguredConnections(),
            settings: [new("WorkflowKit:Connections:mail:account", "shop@example.com")]);
        await host.SaveAsync(Sending);
        var client = host.Client();

        using var connect = await client.PostAsync("connections/mail/connect");
        var list = await client.JsonAsync("connections");
        var record = await host.Engine.RunAsync("sending", "{}", cancellationToken: TestContext.Current.CancellationToken);

        (await connect.JsonAsync(HttpStatusCode.OK)).Text("configuredBy").ShouldBe("host");
        (await client.JsonAsync("connections/providers")).GetProperty("items")[0].Text("configuredBy").ShouldBe("host");
        list.GetProperty("items")[0].Text("status").ShouldBe("connected");
        list.ToString().ShouldNotContain("shop@example.com");
        record.Outputs.ShouldNotBeNull().Text("sender").ShouldBe("shop@example.com");
    }

    private const string Sending = """
        { "id": "sending", "connections": { "work": { "provider": "mail" } }, "steps": [ { "id": "send", "type": "test.send", "connection": "work", "with": { "to": "a" } } ],
          "outputs": { "sender": "${{ steps.send.output.sender }}" } }
        """;
}
