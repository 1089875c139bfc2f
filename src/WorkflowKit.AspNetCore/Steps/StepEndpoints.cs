using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Results;

namespace WorkflowKit.AspNetCore.Steps;

/// <summary>What definitions can be made of.</summary>
internal static class StepEndpoints
{
    internal static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/steps", "Steps", StepJson.Default);
        group.MapGet("/", List).Is("listSteps", "Lists the steps that definitions can use, with the schemas of what they take and give.");
    }

    private static JsonOk<StepTypeList> List(StepCatalogue catalogue) => new(
        new StepTypeList(
            catalogue.Fingerprint,
            [.. catalogue.Steps.Select(one => new StepType(one.Type, one.Name, one.InputSchema, one.OutputSchema, one.Description, one.Connection, one.Idempotent))]),
        StepJson.Default.StepTypeList);
}
