using System.Net.Sockets;
using System.Text;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Requests;

/// <summary>Clients that hang up before they have said what they promised to say.</summary>
public sealed class BrokenOffTests(SharedHost shared) : IClassFixture<SharedHost>
{
    public static TheoryData<string> Requests => new(
        from target in (string[])["PUT /definitions/greeting", "POST /definitions/validate", "POST /executions", "POST /executions/cancel?workflow=greeting", "POST /connections/mail/connect", "POST /language/hover"]
        from framing in (string[])["Content-Length: 100", "Transfer-Encoding: chunked"]
        select $"{target} {framing}");

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_body_that_breaks_off_is_no_failure_of_the_host(string request)
    {
        var user = SharedHost.NewUser();
        var (method, target, framing) = request.Split(' ', 3) is [var first, var second, var third] ? (first, second, third) : throw new ArgumentException("A request has three parts.", nameof(request));
        var body = framing.StartsWith('C') ? "{ \"workflowId\"" : "5\r\n{ \"wo\r\n5\r\nrk";

        var answer = await SendAsync($"{method} {WebHost.Prefix}{target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {NamedUser.Name} {user}\r\nContent-Type: application/json\r\n{framing}\r\n\r\n{body}");

        if (answer.Length > 0) answer.ShouldStartWith("HTTP/1.1 400 ");
        shared.Host.Errors.ShouldBeEmpty();
        (await shared.Host.Client(user).JsonAsync("executions")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    /// <returns>All that the host says until it hangs up, too.</returns>
    private async Task<string> SendAsync(string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(shared.Host.Address.Host, shared.Host.Address.Port, TestContext.Current.CancellationToken);
        var line = client.GetStream();
        await line.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        try
        {
            await line.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The host hangs up in its turn.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
