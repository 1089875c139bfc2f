using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WorkflowKit.Hosting;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Sqlite.Hosting;
using WorkflowKit.Sqlite.Stores;
using WorkflowKit.Stores;

namespace WorkflowKit;

/// <summary>Puts a SQLite store into a host.</summary>
public static class SqliteWorkflowKitBuilderExtensions
{
    /// <summary>
    /// Keeps executions in a SQLite file, and definitions too unless the host names another place for them. The file is made, and brought to this
    /// version's schema, when it is first used. What a killed process left unfinished goes on when the next one starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">Names the file, such as <c>Data Source=workflows.db</c>.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The builder.</returns>
    public static TBuilder UseSqlite<TBuilder>(this TBuilder builder, string connectionString, Action<SqliteStoreOptions>? configure = null)
        where TBuilder : IWorkflowKitBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var services = builder.Services;
        services.AddOptions<SqliteStoreOptions>().ValidateOnStart();
        services.Configure<SqliteStoreOptions>(options => options.ConnectionString = connectionString);
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqliteStoreOptionsValidator>());
        services.TryAddSingleton(static provider => new SqliteDatabase(OptionsOf(provider)));
        services.UseStores(
            static provider => new SqliteExecutionStore(provider.GetRequiredService<SqliteDatabase>(), OptionsOf(provider), provider.GetRequiredService<TimeProvider>()),
            static provider => new SqliteDefinitionStore(provider.GetRequiredService<SqliteDatabase>(), OptionsOf(provider), provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static SqliteStoreOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value;
}
