using System.Globalization;
using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>The names that values have in the workflow, for messages.</summary>
internal sealed partial class CelEmitter
{
    // C# tells the runtime the text of an argument, which is enough where it reads like the path: only another one is written down.
    // Of an optional nothing fails for want of a member.
    private static Code Named(Emitted value, Code argument) =>
        value is { Path: { } path, Held: not OptionalType } && SourcePath.From(argument.Text) != path ? $", {Code.Literal(path)}" : Code.Empty;

    // Unlike a guard's path, it goes through items.
    private static string? PathOf(CheckedNode node) => node switch
    {
        VariableNode variable => variable.Variable.Name,
        BoundNode bound => bound.Name,
        MemberNode member => PathOf(member.Operand) is { } path ? $"{path}.{member.Member.JsonName}" : null,
        SelectedNode selected => PathOf(selected.Operand) is { } path ? $"{path}.{selected.Member}" : null,
        ItemNode item => PathOf(item.Operand) is { } path ? $"{path}[{IndexOf(item.Index)}]" : null,
        RequiredNode required => PathOf(required.Operand),
        PresentNode present => PathOf(present.Operand),
        OptionalNode optional => PathOf(optional.Operand),
        _ => null,
    };

    private static string IndexOf(CheckedNode index) => index switch
    {
        ConstantNode { Value: string text } => $"'{text}'",
        ConstantNode constant => string.Create(CultureInfo.InvariantCulture, $"{constant.Value}"),
        _ => PathOf(index) ?? "...",
    };
}
