using System.Diagnostics;
using System.Reflection;

namespace WorkflowKit.EndToEnd.Processes;

/// <summary>A program of the repository as its own process.</summary>
internal static class OwnProcess
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <param name="project">The folder of its project, from the repository's root.</param>
    /// <param name="arguments">What it is started with.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string project, params string[] arguments)
    {
        using var process = Start(project, arguments);
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

    /// <summary>Starts it and leaves it to the caller, with all three streams in the caller's hands.</summary>
    public static Process Start(string project, params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [ProgramPath(project), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
    })!;

    private static string ProgramPath(string project)
    {
        var configuration = typeof(OwnProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "Configuration").Value!;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WorkflowKit.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return Path.Combine(folder.FullName, project, "bin", configuration, "net10.0", Path.GetFileName(project) + ".dll");
    }
}
