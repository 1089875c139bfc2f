using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WorkflowKit.AspNetCore.Options;

namespace WorkflowKit;

/// <summary>Sets how workflows are served over HTTP.</summary>
public static class HttpWorkflowKitBuilderExtensions
{
    /// <summary>Changes what <c>app.MapWorkflowKit()</c> serves. A host that is content with the defaults needs no call of it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The builder.</returns>
    public static TBuilder AddHttp<TBuilder>(this TBuilder builder, Action<WorkflowKitHttpOptions>? configure = null)
        where TBuilder : IWorkflowKitBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<WorkflowKitHttpOptions>().ValidateOnStart();
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkflowKitHttpOptions>, WorkflowKitHttpOptionsValidator>());
        return builder;
    }
}
