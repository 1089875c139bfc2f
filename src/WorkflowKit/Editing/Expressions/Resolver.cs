using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Editing.Expressions;

/// <summary>Says what a piece of an expression stands for.</summary>
internal static class Resolver
{
    /// <summary>What a text stands for; <see langword="null"/>: it cannot be read.</summary>
    public static Meaning? Resolve(string text, NameScope names)
    {
        var parsed = CelParser.Parse(text);
        return parsed.Issue is null ? Resolve(text, parsed.Root, names) : null;
    }

    private static Meaning Resolve(string text, CelNode node, NameScope names)
    {
        if (BindingOf(node, names) is { } binding)
        {
            var isOptional = IsOptional(node);
            return binding is ValueBinding value
                ? new(null, isOptional ? CelType.OptionalOf(value.Type) : value.Type) { MayBeAbsent = value.MayBeAbsent && !isOptional }
                : new((NamespaceBinding)binding, CelType.Error) { IsOptional = isOptional };
        }

        var root = Unwrapped(CelChecker.Check(text, node, names).Root);
        return new(null, root.Type) { Member = (root as MemberNode)?.Member, Node = root };
    }

    /// <summary>The name that a chain of members stands for, where all of it is names.</summary>
    private static NameBinding? BindingOf(CelNode node, NameScope names) => node switch
    {
        NameNode name => names.Find(name.Name),
        SelectNode select => (BindingOf(select.Operand, names) as NamespaceBinding)?.Find(select.Member),
        IndexNode { Index: LiteralNode { Value: string name } } index => (BindingOf(index.Operand, names) as NamespaceBinding)?.Find(name),
        _ => null,
    };

    private static bool IsOptional(CelNode node) => node switch
    {
        SelectNode select => select.IsOptional || IsOptional(select.Operand),
        IndexNode index => index.IsOptional || IsOptional(index.Operand),
        _ => false,
    };

    private static CheckedNode Unwrapped(CheckedNode node) => node switch
    {
        RequiredNode required => Unwrapped(required.Operand),
        PresentNode present => Unwrapped(present.Operand),
        _ => node,
    };
}
