using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.Definitions.Graph;
using WorkflowKit.AspNetCore.OpenApi;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>All endpoints of definitions.</summary>
internal static class DefinitionEndpoints
{
    internal static void Map(RouteGroupBuilder root, WorkflowKitHttpOptions options)
    {
        var group = root.MapGroup("/definitions", "Definitions", DefinitionJson.Default);
        new ReadEndpoints(options).Map(group);
        VersionEndpoints.Map(group);
        GraphEndpoints.Map(group);
        new ChangeEndpoints(options).Map(group);
    }
}
