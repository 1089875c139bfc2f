using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.AspNetCore.Steps;

/// <summary>What definitions can be made of. Answers are written when they are first asked for, since they can be large.</summary>
internal sealed class StepEndpoints(StepCatalogue catalogue)
{
    private readonly Lazy<PreparedJson<StepTypeList>> _list = new(() =>
        new(new StepTypeList(catalogue.Fingerprint, [.. catalogue.Steps.Select(Describe)]), StepJson.Default.StepTypeList));

    private readonly Dictionary<string, Lazy<PreparedJson<StepType>>> _byType = catalogue.Steps.ToDictionary(
        static step => step.Type, static step => new Lazy<PreparedJson<StepType>>(() => new(Describe(step), StepJson.Default.StepType)), StringComparer.Ordinal);

    private readonly Lazy<SourceText> _schema = new(() => new(catalogue.WorkflowSchema.GetRawText(), "workflow.schema.json"));

    internal void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("", "Steps", StepJson.Default);
        group.MapGet("/steps", List)
            .Is("listSteps", "Lists the steps that definitions can use, with the schemas of what they take and give.")
            .Revalidates();
        group.MapGet("/steps/{type}", Get)
            .Is("getStep", "One step that definitions can use.")
            .Revalidates()
            .Fails(ProblemKinds.StepNotFound);
        group.MapGet("/schema", Schema)
            .Is("getSchema", "The JSON Schema of the definitions that this host takes, for editors.", "It knows the format and the steps of this host.")
            .Revalidates()
            .Gives(TextOk.SchemaType, isJson: true);
    }

    private Results<PreparedJson<StepTypeList>, NotModified> List(HttpContext http)
    {
        if (EntityTags.IsKnown(http, _list.Value.Version)) return new NotModified();
        return _list.Value;
    }

    private Results<PreparedJson<StepType>, NotModified> Get(string type, HttpContext http)
    {
        if (_byType.GetValueOrDefault(type)?.Value is not { } step)
            throw new ProblemException(ProblemKinds.StepNotFound, $"There is no step '{DefinitionDiagnostics.Shorten(type)}'. {DidYouMean.Hint(type, _byType.Keys)?.Text}".TrimEnd());
        if (EntityTags.IsKnown(http, step.Version)) return new NotModified();
        return step;
    }

    private Results<TextOk, NotModified> Schema(HttpContext http)
    {
        if (EntityTags.IsKnown(http, _schema.Value.Hash)) return new NotModified();
        return new TextOk(_schema.Value.Text, TextOk.SchemaType);
    }

    private static StepType Describe(StepDescriptor step) =>
        new(step.Type, step.Name, step.InputSchema, step.OutputSchema, step.Description, step.Connection, step.Idempotent);
}
