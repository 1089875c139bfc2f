using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Connections;

namespace WorkflowKit;

/// <summary>Adds connections that need no code.</summary>
public static class ConnectionWorkflowKitBuilderExtensions
{
    /// <summary>
    /// Takes connections from the host's configuration: the section <c>WorkflowKit:Connections:shopify</c> is the account at <c>shopify</c>, and its keys
    /// are the values that steps get. Every user's executions use it, whatever name definitions give the connection.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section that holds those of the providers.</param>
    /// <returns>The builder.</returns>
    public static TBuilder AddConfiguredConnections<TBuilder>(this TBuilder builder, string section = "WorkflowKit:Connections")
        where TBuilder : IWorkflowKitBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        builder.Services.AddSingleton<IConnectionProvider>(services => new ConfiguredConnections(
            services.GetService<IConfiguration>()
                ?? throw new InvalidOperationException("There is no configuration to take connections from: add an IConfiguration to the services, as a host's builder does."),
            section));
        return builder;
    }
}
