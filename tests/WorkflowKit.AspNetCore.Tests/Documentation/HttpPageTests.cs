using System.Diagnostics;
using WorkflowKit.AspNetCore.Tests.Support;
using WorkflowKit.Tests.Documentation;

namespace WorkflowKit.AspNetCore.Tests.Documentation;

/// <summary>The commands of docs/http-api.md, one after the other, as a reader types them.</summary>
public sealed class HttpPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-page-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_command_of_the_page_succeeds()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a Unix shell.");
        await using var host = await WebHost.StartAsync(
            kit => kit.AddConfiguredConnections(),
            settings: [new("WorkflowKit:Connections:shop:token", "secret")]);
        var blocks = Snippet.In("bash").Where(static one => one.Page == "http-api.md").Select(static one => $"echo '--- {one}' >&2\n{one.Text}");

        var (exitCode, output, errors) = await RunAsync(string.Join('\n', blocks), new Uri(host.Address, WebHost.Prefix));

        exitCode.ShouldBe(0, errors);
        host.Errors.ShouldBeEmpty();
        output.ShouldContain("\"label\":\"demo.greet\"");
        output.ShouldNotContain("secret");
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string script, Uri api)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["API"] = api.ToString(), ["no_proxy"] = "*" },
        };
        using var shell = Process.Start(start)!;
        using var kill = TestContext.Current.CancellationToken.Register(() => shell.Kill(entireProcessTree: true));
        var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (shell.ExitCode, await output, await errors);
    }
}
