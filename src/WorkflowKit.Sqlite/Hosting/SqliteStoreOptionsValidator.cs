using Microsoft.Extensions.Options;
using WorkflowKit.Diagnostics;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Hosting;

/// <summary>Refuses what no store can be made of; all that is wrong is told at once.</summary>
internal sealed class SqliteStoreOptionsValidator : IValidateOptions<SqliteStoreOptions>
{
    private static readonly TimeSpan LongestBusyTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options)
    {
        var problems = new OptionProblems();
        DatabaseOptions.Check(problems, () => SqliteDatabase.FileOf(options.ConnectionString), options.Durability, options.PollInterval);
        problems.Within(TimeSpan.Zero, options.BusyTimeout, LongestBusyTimeout, nameof(options.BusyTimeout));
        return problems.Result;
    }
}
