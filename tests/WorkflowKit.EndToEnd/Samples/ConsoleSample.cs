using System.Diagnostics;
using System.Reflection;

namespace WorkflowKit.EndToEnd.Samples;

/// <summary>The console sample as its own process.</summary>
internal static class ConsoleSample
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Deadline);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string ProgramPath()
    {
        var configuration = typeof(ConsoleSample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "Configuration").Value!;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WorkflowKit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return Path.Combine(folder.FullName, "samples", "WorkflowKit.Sample.Console", "bin", configuration, "net10.0", "WorkflowKit.Sample.Console.dll");
    }
}
