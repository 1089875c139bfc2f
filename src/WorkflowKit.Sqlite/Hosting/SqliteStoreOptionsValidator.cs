using Microsoft.Extensions.Options;
using WorkflowKit.Sqlite.Database;

namespace WorkflowKit.Sqlite.Hosting;

/// <summary>Refuses what no store can be made of; all that is wrong is told at once.</summary>
internal sealed class SqliteStoreOptionsValidator : IValidateOptions<SqliteStoreOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(10);

    public ValidateOptionsResult Validate(string? name, SqliteStoreOptions options)
    {
        var problems = new List<string>();
        try
        {
            SqliteDatabase.FileOf(options.ConnectionString);
        }
        catch (ArgumentException error)
        {
            problems.Add($"{nameof(options.ConnectionString)}: {error.Message}");
        }
        if (!Enum.IsDefined(options.Durability)) problems.Add($"{nameof(options.Durability)} must be {Durability.Strict} or {Durability.Relaxed}; it is {options.Durability}.");
        Within(TimeSpan.Zero, options.BusyTimeout, nameof(options.BusyTimeout));
        Within(ShortestPoll, options.PollInterval, nameof(options.PollInterval));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Within(TimeSpan least, TimeSpan value, string option)
        {
            if (value < least || value > Longest) problems.Add($"{option} must be from {least} to {Longest}; it is {value}.");
        }
    }
}
