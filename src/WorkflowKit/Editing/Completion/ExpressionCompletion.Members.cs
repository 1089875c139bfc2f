using WorkflowKit.Binding;
using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Functions;

namespace WorkflowKit.Editing.Completion;

/// <summary>What can be written behind a point.</summary>
internal sealed partial class ExpressionCompletion
{
    private void AddMembers(int dot, bool isOptional)
    {
        var start = Operand.StartOf(_tokens, dot - 1);
        if (start < 0)
            return;

        var receiver = _tokens.Slice(start, dot - 1);
        if (!isOptional && _tokens.IsName(start) && start == dot - 1 && _names.Find(receiver) is null && AddLibrary(receiver))
            return;
        if (Resolver.Resolve(receiver, _names) is not { } meaning)
            return;

        if (meaning.Group is StepsBinding steps)
            AddSteps(steps, isOptional);
        else if (meaning.Group is { } group)
            AddGroup(receiver, group, isOptional || meaning.IsOptional);
        else
            AddMembersOf(meaning, isOptional, BranchesOf(receiver));
    }

    /// <summary>The branches of the parallel step whose output this is: the members of a value that only the run knows.</summary>
    private IEnumerable<BranchDefinition> BranchesOf(string receiver)
    {
        var parts = receiver.Replace("?", "", StringComparison.Ordinal).Split('.');
        return parts is ["steps", var id, "output"] && _request.Model.Steps.GetValueOrDefault(id)?.Step.Definition is ParallelDefinition step ? step.Branches : [];
    }

    private bool AddLibrary(string library)
    {
        if (library == "cel")
            Call("bind", "bind", "name, ", takesArguments: true, '0', Macros.Bind.Signature, Macros.Bind.Summary);
        foreach (var group in FunctionIndex.Of(library))
            Call(group.Name[(library.Length + 1)..], group.Name[(library.Length + 1)..], "", group.TakesArguments, '0', group.Detail, group.Documentation);
        return library == "cel" || FunctionIndex.Libraries.Contains(library);
    }

    /// <summary>The steps that can be read here, the nearest first; those that may have been skipped also with the question mark that guards them.</summary>
    private void AddSteps(StepsBinding steps, bool isOptional)
    {
        var seen = steps.Names.Select(id => _request.Model.Steps.GetValueOrDefault(id)).OfType<SeenStep>();
        foreach (var step in seen.OrderByDescending(step => step.Step.Definition.Source.Span.Start))
        {
            var definition = step.Step.Definition;
            var mayBeAbsent = ((StepBinding)steps.Find(definition.Id)!).Find("output") is ValueBinding { MayBeAbsent: true };
            var detail = definition.Name is null ? definition.Type : $"{definition.Type}: {definition.Name}";
            var notes = string.Join("\n\n", new[] { definition.Description, mayBeAbsent ? "It may have been skipped here: read it with `?`, or ask `has(...)` first." : null }.OfType<string>());
            Member(definition.Id, CompletionKind.Step, mayBeAbsent, isOptional, '0', detail, notes.Length == 0 ? null : notes);
        }
    }

    private void AddGroup(string receiver, NamespaceBinding group, bool isOptional)
    {
        foreach (var name in group.Names)
        {
            var value = group.Find(name) as ValueBinding;
            if (value?.Type.Kind == CelTypeKind.Null)
                continue;
            var notes = group is StepBinding ? RootNotes.OfStep(name) : RootNotes.Of($"{receiver}.{name}");
            Member(name, CompletionKind.Property, value is { MayBeAbsent: true }, isOptional, '0', value is null ? null : TypeLabel.Of(value.Type), notes);
        }
    }

    private void AddMembersOf(Meaning meaning, bool isOptional, IEnumerable<BranchDefinition> branches)
    {
        foreach (var branch in branches)
            Member(branch.Id, CompletionKind.Property, mayBeAbsent: branch.If is not null, isOptional, '0', "branch", "The output of the branch's last step.");
        var inner = Inner(meaning.Type);
        var mayBeAbsent = meaning.MayBeAbsent || meaning.Type is NullableType;
        if (inner is ObjectType known)
        {
            var isError = known == ErrorType.Instance;
            foreach (var member in known.Members)
                Member(member.JsonName, CompletionKind.Property, mayBeAbsent, isOptional, '0', TypeLabel.Of(member), isError ? RootNotes.Of(member.JsonName) : member.Description);
        }

        if (isOptional)
            return;
        foreach (var group in FunctionIndex.On(meaning.Type))
            Call(group.Name, group.Name, "", group.TakesArguments, inner.IsDynamic ? '3' : '1', group.Detail, group.Documentation);
        foreach (var macro in Macros.On(meaning.Type))
            Call(macro.Name, macro.Name, macro.Arguments, takesArguments: true, inner.IsDynamic ? '3' : '2', macro.Signature, macro.Summary);
    }

    /// <summary>A member; of what may be absent, first with the question mark.</summary>
    private void Member(string name, CompletionKind kind, bool mayBeAbsent, bool isOptional, char rank, string? detail, string? documentation)
    {
        if (mayBeAbsent && !isOptional)
            Item("?" + name, kind, "?" + Written(name), rank, detail is null ? "optional" : $"{detail}, optional", documentation);
        Item(name, kind, Written(name), rank, detail, documentation);
    }

    private static string Written(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') && !char.IsAsciiDigit(name[0]) ? name : $"`{name}`";
}
