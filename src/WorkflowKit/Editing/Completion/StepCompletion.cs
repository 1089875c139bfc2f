using System.Globalization;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;

namespace WorkflowKit.Editing.Completion;

/// <summary>Types of steps, whole new steps, and the steps that another can wait for.</summary>
internal static class StepCompletion
{
    public static void AddTypes(CompletionRequest request)
    {
        foreach (var step in request.Host.Catalogue.Steps)
            request.Bag.AddText(step.Type, CompletionKind.StepType, '0', step.Name, step.Description);
        foreach (var step in WorkflowFormat.ControlSteps)
            request.Bag.AddText(step.Type, CompletionKind.ControlStep, '1', step.Name, step.Description);
    }

    public static void AddWholeSteps(CompletionRequest request)
    {
        if (request.Cursor.IsQuoted)
            return;
        var types = ClrTypeReader.Of(request.Host.Catalogue);
        foreach (var step in request.Host.Catalogue.Steps)
        {
            List<(string, Stub)> members = [("id", Text(FreeId(request, step.Type))), ("type", Text(step.Type))];
            if (step.Connection is { } provider)
                members.Add(("connection", Text(request.Model.Definition?.Connections.FirstOrDefault(one => one.Provider == provider)?.Name ?? "")));
            if (types.Read(step.InputType) is ObjectType { Members.Count: > 0 } input)
                members.Add(("with", Stub.Of(input)));
            request.Bag.AddJson(step.Type, CompletionKind.Snippet, Stub.Object(members), '0', step.Name, step.Description);
        }

        foreach (var step in WorkflowFormat.ControlSteps)
        {
            var own = step.Members.Members.Where(member => member.Name is not ("id" or "type") && (member.IsRequired || (step.Type, member.Name) is ("try", "catch") or ("wait", "for")));
            var members = own.Select(member => (member.Name, Stub.Of(member))).Prepend(("type", Text(step.Type))).Prepend(("id", Text(FreeId(request, step.Type))));
            request.Bag.AddJson(step.Type, CompletionKind.Snippet, Stub.Object(members), '1', step.Name, step.Description);
        }
    }

    /// <summary>The steps of the same list that the step can wait for: not itself, none twice, and none that waits for it.</summary>
    public static void AddPredecessors(CompletionRequest request)
    {
        if (request.Step is not { } own || request.Roles.StepList is not { } list)
            return;

        var named = request.Cursor.Container.Items.Where(item => item != request.Cursor.Value).Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
        var symbol = request.Model.Steps.Values.FirstOrDefault(step => step.Step.Definition.Source == own)?.Step;
        foreach (var other in list.Items.Where(item => item != own))
        {
            if (other["id"]?.Text is not { Length: > 0 } id || named.Contains(id) || !request.Model.Steps.TryGetValue(id, out var seen))
                continue;
            if (symbol is not null && seen.Step.Scope == symbol.Scope && symbol.Scope.Precedes(symbol.Definition, seen.Step.Definition))
                continue;
            request.Bag.AddText(id, CompletionKind.Step, '0', seen.Step.Definition.Type, seen.Step.Definition.Name);
        }
    }

    private static Stub Text(string text) => text.Length == 0 ? Stub.EmptyText : new($"\"{text}\"", text.Length + 2);

    /// <summary>An id that no step has yet, from the last word of a type.</summary>
    private static string FreeId(CompletionRequest request, string type)
    {
        var word = new string([.. type[(type.LastIndexOf('.') + 1)..].Where(char.IsAsciiLetterOrDigit)]);
        var id = word.Length == 0 || !char.IsAsciiLetter(word[0]) ? "step" : word;
        if (!request.Model.Steps.ContainsKey(id))
            return id;
        var number = 2;
        while (request.Model.Steps.ContainsKey(string.Create(CultureInfo.InvariantCulture, $"{id}{number}")))
            number++;
        return string.Create(CultureInfo.InvariantCulture, $"{id}{number}");
    }
}
