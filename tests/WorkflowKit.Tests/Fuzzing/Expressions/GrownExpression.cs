namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>An expression.</summary>
/// <param name="Marked">The expression with its literals marked.</param>
/// <param name="TellsNull">Whether null and left out may be different to it, where nothing is known about its values: see <see cref="GrownPath"/>.</param>
internal readonly record struct GrownExpression(string Marked, bool TellsNull)
{
    public const char Open = '\ue000';
    public const char Close = '\ue001';

    /// <summary>As people write it.</summary>
    public string Text => Marked.Replace(Open.ToString(), "", StringComparison.Ordinal).Replace(Close.ToString(), "", StringComparison.Ordinal);

    /// <summary>The same with nothing known about its literals.</summary>
    public string Dynamic => Marked.Replace(Open.ToString(), "dyn(", StringComparison.Ordinal).Replace(Close.ToString(), ")", StringComparison.Ordinal);
}
