using WorkflowKit.EndToEnd.Processes;

namespace WorkflowKit.EndToEnd.Samples;

/// <summary>The console sample as its own process.</summary>
internal static class ConsoleSample
{
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        OwnProcess.RunAsync("samples/WorkflowKit.Sample.Console", arguments);
}
