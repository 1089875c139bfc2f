using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkflowKit;
using WorkflowKit.AspNetCore.Connections;
using WorkflowKit.AspNetCore.Definitions;
using WorkflowKit.AspNetCore.Executions;
using WorkflowKit.AspNetCore.Hosting;
using WorkflowKit.AspNetCore.Language;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Steps;
using WorkflowKit.AspNetCore.Streaming;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves workflows over HTTP.</summary>
public static class WorkflowKitEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Adds endpoints below a prefix: <c>/definitions</c>, <c>/executions</c>, <c>/steps</c>, <c>/schema</c>, <c>/connections</c> and <c>/language</c>. Whatever is
    /// chained to the result (authorization, rate limits, CORS) holds for all of them. They are described for OpenAPI where the host makes a document. Other paths
    /// below the prefix are answered with a problem, unless the host maps something there; at the root of the host, only those below the paths above.
    /// </summary>
    /// <param name="endpoints">Where the host's endpoints are added.</param>
    /// <param name="prefix">The path that they stand below.</param>
    /// <returns>Takes what holds for all of them.</returns>
    /// <exception cref="InvalidOperationException">The host has no engine: <c>AddWorkflowKit</c> was not called.</exception>
    /// <exception cref="OptionsValidationException">An option is out of range, or names an authorization policy that the host does not have.</exception>
    /// <exception cref="StepRegistrationException">A class cannot serve as a step.</exception>
    public static IEndpointConventionBuilder MapWorkflowKit(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/api/workflows")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var services = endpoints.ServiceProvider;
        DemandEngine(services);
        var options = services.GetRequiredService<IOptions<WorkflowKitHttpOptions>>().Value;
        NamedPolicies.Demand(services, options);
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger("WorkflowKit.AspNetCore") ?? NullLogger.Instance;

        var root = endpoints.MapGroup(prefix);
        // Programs want 401 and 403, not the way to a page where people sign in.
        root.DisableCookieRedirect();
        root.AddOpenApiOperationTransformer(OperationDescriber.DescribeAsync);
        DefinitionEndpoints.Map(root, options);
        ExecutionEndpoints.Map(root, options, new StreamHost(options, services.GetService<TimeProvider>() ?? TimeProvider.System, services.GetService<IHostApplicationLifetime>()));
        new StepEndpoints(services.GetRequiredService<StepCatalogue>()).Map(root);
        new ConnectionEndpoints(new ReturnPages(options.AllowedOrigins)).Map(root);
        LanguageEndpoints.Map(root);
        new UnknownPaths().Map(root, prefix);
        ((IEndpointConventionBuilder)root).Finally(EndpointDescriptions.AddCommonProblems);
        ((IEndpointConventionBuilder)root).Finally(new ProblemGuard(logger, new CrossSiteGuard(options.AllowedOrigins).Demand).Surround);
        return root;
    }

    private static void DemandEngine(IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IExecutionEngine)) is false)
            throw new InvalidOperationException("There is no engine to serve: call builder.Services.AddWorkflowKit(...) before builder.Build().");
    }
}
