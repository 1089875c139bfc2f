using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>Who asks, and what they may see.</summary>
/// <param name="UserId">The user; <see langword="null"/>: nobody in particular.</param>
/// <param name="SeesAll">Whether the host lets them see what others started.</param>
internal sealed record Caller(string? UserId, bool SeesAll) : IBindableFromHttpContext<Caller>
{
    public static async ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<WorkflowKitHttpOptions>>().Value;
        var seesAll = options.SeesAllPolicy is { } policy
            && (await context.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, resource: null, policy).ConfigureAwait(false)).Succeeded;
        return new Caller(options.UserId(context), seesAll);
    }

    /// <summary>Whether something of a user's is this caller's business.</summary>
    internal bool Sees(string? owner) => SeesAll || owner == UserId;
}
