using System.Diagnostics;
using System.Globalization;

namespace WorkflowKit.TestServers;

/// <summary>A PostgreSQL server in a folder of its own, on a port of this machine, with everything as it comes but for the place. It can be stopped and started again.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    // PostgreSQL does not run as root; Debian's package makes this user.
    private const string Unprivileged = "postgres";

    private readonly string _binaries;
    private readonly DirectoryInfo _folder;

    private PostgreSqlServer(string binaries, DirectoryInfo folder, int port)
    {
        (_binaries, _folder, Port) = (binaries, folder, port);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres");

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Stops it.</summary>
    /// <param name="immediately">As a crash does: nothing is tidied up, and the next start recovers.</param>
    public Task StopAsync(bool immediately) => RunAsync(_binaries, "pg_ctl", "stop", "-w", "-D", Data, "-m", immediately ? "immediate" : "fast");

    /// <summary>Starts it, and returns once it takes connections.</summary>
    public Task StartAsync() => RunAsync(_binaries, "pg_ctl", "start", "-w", "-t", "120", "-D", Data, "-l", Path.Combine(_folder.FullName, "server.log"));

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await StopAsync(immediately: true);
        _folder.Delete(recursive: true);
    }

    /// <summary>The folder with the server's programs; <see langword="null"/>: it is not installed.</summary>
    internal static string? FindBinaries()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return path.Concat(versions.Select(static folder => Path.Combine(folder, "bin"))).FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    internal static async Task<PostgreSqlServer> StartNewAsync(string binaries)
    {
        var folder = Directory.CreateTempSubdirectory("workflowkit-postgres-");
        var server = new PostgreSqlServer(binaries, folder, Ports.Free());
        try
        {
            if (Environment.IsPrivilegedProcess) await RunAsync(null, "chown", Unprivileged, folder.FullName);
            // The machine is not going to lose power before the first checkpoint; waiting for its disk takes longer than all the rest.
            await RunAsync(binaries, "initdb", "-D", server.Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
            await File.AppendAllTextAsync(
                Path.Combine(server.Data, "postgresql.conf"),
                string.Create(CultureInfo.InvariantCulture, $"listen_addresses = '127.0.0.1'\nport = {server.Port}\nunix_socket_directories = ''\nmax_connections = 300\n"));
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <param name="binaries">The folder of the server's programs, which run as its user; <see langword="null"/>: a program of the system.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    private static async Task RunAsync(string? binaries, string program, params string[] arguments)
    {
        string[] line = binaries is null ? [program, .. arguments] : [Path.Combine(binaries, program), .. arguments];
        if (binaries is not null && Environment.IsPrivilegedProcess) line = ["runuser", "-u", Unprivileged, "--", .. line];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', line)}\n{string.Concat(output)}");
    }

    /// <summary>A run that was cut off leaves no server behind.</summary>
    private void OnExit(object? sender, EventArgs e)
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) StopAsync(immediately: true).GetAwaiter().GetResult();
        _folder.Delete(recursive: true);
    }
}
