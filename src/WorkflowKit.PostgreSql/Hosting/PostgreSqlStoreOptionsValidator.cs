using Microsoft.Extensions.Options;
using WorkflowKit.Diagnostics;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Hosting;

/// <summary>Refuses what no store can be made of; all that is wrong is told at once.</summary>
internal sealed class PostgreSqlStoreOptionsValidator : IValidateOptions<PostgreSqlStoreOptions>
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, PostgreSqlStoreOptions options)
    {
        var problems = new OptionProblems();
        DatabaseOptions.Check(problems, () => PostgreSqlDatabase.Parse(options.ConnectionString), options.Durability, options.PollInterval);
        if (!PostgreSqlNames.IsLegal(options.Schema))
            problems.Add($"{nameof(options.Schema)} must be up to 63 lower-case letters, digits and underscores, not beginning with a digit or with pg_; it is '{options.Schema}'.");
        problems.Within(ShortestLease, options.LeaseDuration, LongestLease, nameof(options.LeaseDuration));
        return problems.Result;
    }
}
