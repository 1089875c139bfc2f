using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WorkflowKit.Hosting;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.PostgreSql.Hosting;
using WorkflowKit.PostgreSql.Stores;

namespace WorkflowKit;

/// <summary>Puts a PostgreSQL store into a host.</summary>
public static class PostgreSqlWorkflowKitBuilderExtensions
{
    /// <summary>
    /// Keeps executions in a PostgreSQL database, and definitions too unless the host names another place for them. Its schema is made, and brought to this
    /// version, when it is first used. Several hosts may share it: what one that is gone left unfinished goes on in another when its lease is over.
    /// Ids, users and start keys may have up to 1,000 bytes in UTF-8, and no NUL.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">Names the server, the database and the user, such as <c>Host=localhost;Database=app;Username=app</c>.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The builder.</returns>
    public static TBuilder UsePostgreSql<TBuilder>(this TBuilder builder, string connectionString, Action<PostgreSqlStoreOptions>? configure = null)
        where TBuilder : IWorkflowKitBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var services = builder.Services;
        services.AddOptions<PostgreSqlStoreOptions>().ValidateOnStart();
        services.Configure<PostgreSqlStoreOptions>(options => options.ConnectionString = connectionString);
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStoreOptions>, PostgreSqlStoreOptionsValidator>());
        services.TryAddSingleton(static provider => new PostgreSqlDatabase(OptionsOf(provider)));
        services.UseStores(
            static provider => new PostgreSqlExecutionStore(provider.GetRequiredService<PostgreSqlDatabase>(), OptionsOf(provider), provider.GetRequiredService<TimeProvider>()),
            static provider => new PostgreSqlDefinitionStore(provider.GetRequiredService<PostgreSqlDatabase>(), OptionsOf(provider), provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static PostgreSqlStoreOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<PostgreSqlStoreOptions>>().Value;
}
