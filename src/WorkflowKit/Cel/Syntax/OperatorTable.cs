namespace WorkflowKit.CelSyntax;

/// <summary>The binary operators with their function names and how tightly they bind.</summary>
internal static class OperatorTable
{
    private static readonly Dictionary<TokenKind, BinaryOperator> Binary = new()
    {
        [TokenKind.Or] = new("_||_", 1),
        [TokenKind.And] = new("_&&_", 2),
        [TokenKind.Equal] = new("_==_", 3),
        [TokenKind.NotEqual] = new("_!=_", 3),
        [TokenKind.Less] = new("_<_", 3),
        [TokenKind.LessOrEqual] = new("_<=_", 3),
        [TokenKind.Greater] = new("_>_", 3),
        [TokenKind.GreaterOrEqual] = new("_>=_", 3),
        [TokenKind.In] = new("@in", 3),
        [TokenKind.Plus] = new("_+_", 4),
        [TokenKind.Minus] = new("_-_", 4),
        [TokenKind.Star] = new("_*_", 5),
        [TokenKind.Slash] = new("_/_", 5),
        [TokenKind.Percent] = new("_%_", 5),
    };

    public static BinaryOperator? Find(TokenKind kind) => Binary.TryGetValue(kind, out var found) ? found : null;

    /// <summary>The operator as people write it: <c>_+_</c> is <c>+</c>.</summary>
    public static string Symbol(string function) => function switch
    {
        "@in" => "in",
        _ => function.Trim('_'),
    };
}
