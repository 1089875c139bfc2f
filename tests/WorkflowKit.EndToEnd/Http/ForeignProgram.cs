using System.ComponentModel;
using System.Diagnostics;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>Programs of others that read event streams. Where one is not installed the test that asks is skipped; on continuous integration (CI=true) it fails.</summary>
internal static class ForeignProgram
{
    internal static ProcessStartInfo Curl(Uri events, string? lastEventId) =>
        new("curl", ["-sN", "--fail", "--write-out", "%{stderr}%{http_code}", .. lastEventId is null ? (string[])[] : ["-H", $"Last-Event-ID: {lastEventId}"], events.AbsoluteUri]);

    internal static ProcessStartInfo Node(Uri events, string? lastEventId) =>
        new("node", [Path.Combine(AppContext.BaseDirectory, "Http", "follow.mjs"), events.AbsoluteUri, .. lastEventId is null ? (string[])[] : [lastEventId]]);

    internal static void Demand(string name)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, "--version") { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            var reason = $"There is no {name} here.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }
    }
}
