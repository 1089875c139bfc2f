using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Connections;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("ada", true)]
    [InlineData("bob", false)]
    [InlineData("operator", false)]
    [InlineData(null, false)]
    public async Task Callers_see_whether_they_have_connected_an_account_and_nothing_of_it(string? user, bool isConnected)
    {
        await using var host = await WebHost.StartAsync(kit => kit.AddConnections<MailAccounts>().AddHttp(options => options.SeesAllPolicy = "operators"));

        var state = await host.Client(user).JsonAsync("connections/mail/work");

        state.GetProperty("isConnected").GetBoolean().ShouldBe(isConnected);
        state.ToString().ShouldNotContain("example.com");
    }

    [Theory]
    [InlineData("fax/work")]
    [InlineData("mail/no name")]
    public async Task What_no_provider_knows_is_not_found(string path)
    {
        await using var host = await WebHost.StartAsync(kit => kit.AddConnections<MailAccounts>());

        using var answer = await host.Client().GetAsync($"connections/{path}", TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.NotFound, "connection_not_found");
    }
}
