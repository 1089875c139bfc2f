using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WorkflowKit.AspNetCore.Hosting;

/// <summary>Whether the host has the authorization policies that the options name: told while it starts, and not by every request that needs one.</summary>
internal static class NamedPolicies
{
    /// <exception cref="OptionsValidationException">The host has no such policy, or no authorization.</exception>
    internal static void Demand(IServiceProvider services, WorkflowKitHttpOptions options)
    {
        string[] problems =
        [
            .. ProblemsOf(services, nameof(options.SeesAllPolicy), options.SeesAllPolicy),
            .. ProblemsOf(services, nameof(options.ChangesPolicy), options.ChangesPolicy),
        ];
        if (problems.Length > 0) throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName, typeof(WorkflowKitHttpOptions), problems);
    }

    private static IEnumerable<string> ProblemsOf(IServiceProvider services, string option, string? policy)
    {
        if (policy is null) yield break;
        var call = $"builder.Services.AddAuthorization(options => options.AddPolicy(\"{policy}\", ...))";
        if (services.GetService<IAuthorizationPolicyProvider>() is not { } provider)
            yield return $"{option} names the policy '{policy}', but the host has no authorization: call {call}.";
        // A provider of the host's own may have to ask somebody, and may know later what it does not know yet: it is asked with each request.
        else if (provider.GetType() == typeof(DefaultAuthorizationPolicyProvider)
            && services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.GetPolicy(policy) is null)
        {
            yield return $"{option} names the policy '{policy}', which the host does not have: call {call}.";
        }
    }
}
