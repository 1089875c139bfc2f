using System.Text.Json.Nodes;
using WorkflowKit.Definitions.Format;

namespace WorkflowKit.Steps.WorkflowSchemas;

/// <summary>Writes the JSON Schema of workflow.json, from the tables of the format and the steps of a host.</summary>
internal static class WorkflowSchemaWriter
{
    private const string DottedType = @"\.";

    /// <summary>The schema of definitions.</summary>
    /// <param name="steps">The steps of the host; <see langword="null"/>: any dotted type, with any input.</param>
    public static JsonObject Write(IReadOnlyList<StepDescriptor>? steps)
    {
        var definitions = SharedSchemas.Write();
        var cases = new JsonArray();
        foreach (var step in WorkflowFormat.ControlSteps)
        {
            definitions[step.Type] = ControlStep(step);
            cases.Add((JsonNode)Case(new JsonObject { ["const"] = step.Type }, step.Type));
        }

        foreach (var member in WorkflowFormat.Activity.Members.Where(member => WorkflowFormat.ControlSteps.Any(step => step.Members.Find(member.Name) is null)))
            definitions[Ignored(member)] = FormatSchemas.Of(member);
        if (steps is null)
        {
            definitions["activity"] = FormatSchemas.Of(WorkflowFormat.Activity);
            cases.Add((JsonNode)Case(new JsonObject { ["type"] = "string", ["pattern"] = DottedType }, "activity"));
        }

        foreach (var step in steps ?? [])
        {
            definitions[step.Type] = Activity(step, definitions);
            cases.Add((JsonNode)Case(new JsonObject { ["const"] = step.Type }, step.Type));
        }

        definitions[SharedSchemas.Step] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("id", "type"),
            ["properties"] = new JsonObject { ["type"] = StepTypes(steps) },
            ["allOf"] = cases,
        };

        var schema = new JsonObject { ["$schema"] = SharedSchemas.MetaSchema, ["title"] = "A workflow", ["description"] = "workflow.json, version 1." };
        foreach (var (keyword, value) in FormatSchemas.Of(WorkflowFormat.Root).ToList())
            schema[keyword] = value?.DeepClone();
        schema["$defs"] = definitions;
        return schema;
    }

    private static JsonObject Case(JsonObject type, string definition) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = type }, ["required"] = new JsonArray("type") },
        ["then"] = SharedSchemas.Refer(definition),
    };

    private static JsonObject StepTypes(IReadOnlyList<StepDescriptor>? steps)
    {
        var types = new JsonArray();
        foreach (var step in WorkflowFormat.ControlSteps)
            types.Add((JsonNode)StepType(step.Type, step.Name, step.Description));
        foreach (var step in steps ?? [])
            types.Add((JsonNode)StepType(step.Type, step.Name, step.Description));
        if (steps is null)
            types.Add((JsonNode)new JsonObject { ["type"] = "string", ["pattern"] = DottedType, ["description"] = "A step of the host's catalogue, such as billing.charge." });

        return new() { ["description"] = WorkflowFormat.Activity.Find("type")!.Description, ["anyOf"] = types };
    }

    private static JsonObject StepType(string type, string name, string? description)
    {
        var schema = new JsonObject { ["const"] = type, ["title"] = name };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    private static JsonObject ControlStep(StepFormat step)
    {
        // The members that say something to activities alone are read and then ignored, with a warning.
        var ignored = WorkflowFormat.Activity.Members.Where(member => step.Members.Find(member.Name) is null).ToList();
        var schema = FormatSchemas.Of(step.Members);
        schema.Insert(0, "title", step.Name);
        schema.Insert(1, "description", step.Description);
        foreach (var member in ignored)
        {
            schema["properties"]!.AsObject().Add(
                member.Name,
                new JsonObject { ["description"] = $"Has no effect on a `{step.Type}` step.", ["deprecated"] = true, ["$ref"] = $"#/$defs/{Ignored(member)}" });
        }

        if (step.Type == "wait")
            schema["oneOf"] = new JsonArray(Needs("for"), Needs("until"));
        if (step.Type == "try")
            schema["anyOf"] = new JsonArray(Needs("catch"), Needs("finally"));
        return schema;
    }

    private static JsonObject Activity(StepDescriptor step, JsonObject definitions)
    {
        var schema = FormatSchemas.Of(WorkflowFormat.Activity);
        schema.Insert(0, "title", step.Name);
        if (step.Description is { } description)
            schema.Insert(1, "description", description);

        var input = new InputTemplates(step.InputSchema, $"{step.Type}.input", definitions).Write().AsObject();
        input.TryAdd("description", "The step's input; strings may hold ${{ expressions }}.");
        schema["properties"]!["with"] = input;
        if (InputTemplates.IsNeeded(step.InputSchema))
            schema["required"]!.AsArray().Add((JsonNode)"with");
        if (step.Connection is { } provider)
        {
            schema["required"]!.AsArray().Add((JsonNode)"connection");
            schema["properties"]!["connection"]!["description"] = $"The declared connection that the step uses; its provider is {provider}.";
        }

        return schema;
    }

    private static string Ignored(FormatMember member) => $"activity.{member.Name}";

    private static JsonObject Needs(string member) => new() { ["required"] = new JsonArray(member) };
}
