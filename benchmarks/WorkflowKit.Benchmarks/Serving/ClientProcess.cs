using System.Diagnostics;
using System.Globalization;

namespace WorkflowKit.Benchmarks.Serving;

/// <summary>This program once more, as the client of what this one serves.</summary>
internal sealed class ClientProcess : IDisposable
{
    internal const string Command = "clients";

    private readonly Process _process;

    internal ClientProcess(int port) => _process = Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(ClientProcess).Assembly.Location, Command, port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Asks for something on so many connections; returns once something has come on each.</summary>
    internal async Task AskAsync(string name, int count, string path) => await SayAsync(string.Create(CultureInfo.InvariantCulture, $"ask {name} {count} {path}"));

    /// <summary>Reads all answers to their ends.</summary>
    /// <returns>Their length.</returns>
    internal async Task<long> ReadAsync(string name) => long.Parse(await SayAsync($"read {name}"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string> SayAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The client has ended.");
    }
}
