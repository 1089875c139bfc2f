using System.Text.Json;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Sqlite.Stores;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>A database file of its own, gone at the end of the test.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-sqlite-");
    private readonly List<IDisposable> _open = [];

    internal string Path => System.IO.Path.Combine(_folder.FullName, "workflows.db");

    /// <summary>An execution for stores that nobody is to run.</summary>
    internal static ExecutionHeader Header(string id) => new()
    {
        Id = id,
        WorkflowId = "orders",
        WorkflowName = "Orders",
        DefinitionHash = "hash",
        Inputs = JsonElement.Parse("{}"),
        CreatedAt = DateTimeOffset.UtcNow,
    };

    internal SqliteStoreOptions Options(Action<SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { ConnectionString = $"Data Source={Path}" };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>A store as one process has it.</summary>
    internal SqliteExecutionStore Open(TimeProvider? time = null, Action<SqliteStoreOptions>? configure = null)
    {
        var options = Options(configure);
        return Own(new SqliteExecutionStore(new SqliteDatabase(options), options, time ?? TimeProvider.System));
    }

    /// <summary>Closes it at the end of the test.</summary>
    internal T Own<T>(T opened)
        where T : IDisposable
    {
        _open.Add(opened);
        return opened;
    }

    public void Dispose()
    {
        foreach (var opened in _open) opened.Dispose();
        _folder.Delete(recursive: true);
    }
}
