using Microsoft.Extensions.Options;
using WorkflowKit.PostgreSql.Database;

namespace WorkflowKit.PostgreSql.Hosting;

/// <summary>Refuses what no store can be made of; all that is wrong is told at once.</summary>
internal sealed class PostgreSqlStoreOptionsValidator : IValidateOptions<PostgreSqlStoreOptions>
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, PostgreSqlStoreOptions options)
    {
        var problems = new List<string>();
        try
        {
            PostgreSqlDatabase.Parse(options.ConnectionString);
        }
        catch (ArgumentException error)
        {
            problems.Add($"{nameof(options.ConnectionString)}: {error.Message}");
        }
        if (!PostgreSqlNames.IsLegal(options.Schema))
            problems.Add($"{nameof(options.Schema)} must be up to 63 lower-case letters, digits and underscores, not beginning with a digit or with pg_; it is '{options.Schema}'.");
        if (!Enum.IsDefined(options.Durability)) problems.Add($"{nameof(options.Durability)} must be {Durability.Strict} or {Durability.Relaxed}; it is {options.Durability}.");
        if (options.PollInterval < ShortestPoll || options.PollInterval > LongestPoll)
            problems.Add($"{nameof(options.PollInterval)} must be from {ShortestPoll} to {LongestPoll}; it is {options.PollInterval}.");
        if (options.LeaseDuration < ShortestLease || options.LeaseDuration > LongestLease)
            problems.Add($"{nameof(options.LeaseDuration)} must be from {ShortestLease} to {LongestLease}; it is {options.LeaseDuration}.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
