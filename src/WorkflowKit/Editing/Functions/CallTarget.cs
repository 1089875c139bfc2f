using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Editing.Expressions;

namespace WorkflowKit.Editing.Functions;

/// <summary>The function or macro that a call names.</summary>
/// <param name="Group">The function's overloads that fit; <see langword="null"/>: it is a macro.</param>
/// <param name="Macro">The macro; <see langword="null"/>: it is a function.</param>
internal sealed record CallTarget(FunctionGroup? Group, Macro? Macro)
{
    /// <summary>What is called where a name stands before a parenthesis; <see langword="null"/>: nothing that is known.</summary>
    /// <param name="tokens">The expression.</param>
    /// <param name="name">The index of the name.</param>
    /// <param name="names">The names at that place.</param>
    public static CallTarget? Of(ExpressionTokens tokens, int name, NameScope names)
    {
        var called = tokens[name].Name;
        var dot = Operand.DotBefore(tokens, name);
        if (dot < 0)
            return Found(FunctionIndex.Find(called, isMember: false), Macros.Find(called, isMember: false));
        var start = Operand.StartOf(tokens, dot - 1);
        if (start < 0)
            return null;

        var receiver = tokens.Slice(start, dot - 1);
        if (FunctionIndex.Find($"{receiver}.{called}", isMember: false) is { } function)
            return new(function, null);
        if (receiver == "cel" && called == Macros.Bind.Name)
            return new(null, Macros.Bind);

        var type = Resolver.Resolve(receiver, names)?.Type ?? CelType.Dyn;
        return Found(FunctionIndex.On(type).FirstOrDefault(group => group.Name == called), Macros.On(type).FirstOrDefault(macro => macro == Macros.Find(called, isMember: true)));
    }

    private static CallTarget? Found(FunctionGroup? group, Macro? macro) => group is null && macro is null ? null : new(group, group is null ? macro : null);
}
