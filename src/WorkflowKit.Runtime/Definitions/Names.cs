using System.Text.RegularExpressions;

namespace WorkflowKit.Definitions;

/// <summary>What things in a definition may be called.</summary>
internal static partial class Names
{
    public const string DefinitionFileSuffix = ".workflow.json";
    public const string WorkflowRule = "a small letter, then at most 63 small letters, digits and `-`, such as `order-fulfilment`";
    public const string StepRule = "a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`";
    public const string ConnectionRule = "1 to 64 characters";
    public const string VariableRule = "a letter, then at most 63 letters, digits and `_`, and no word that expressions know already, such as `line`";

    private const int LongestConnection = 64;

    private static readonly HashSet<string> TakenVariables = new(StringComparer.Ordinal)
    {
        "inputs", "steps", "execution", "error", "index", "true", "false", "null", "in",
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    /// <summary>What no variable may be called.</summary>
    public static IEnumerable<string> Taken => TakenVariables.Order(StringComparer.Ordinal);

    public static bool IsWorkflowId(string text) => WorkflowPattern().IsMatch(text);

    /// <summary>A text as a workflow's id: <c>My Workflow</c> is <c>my-workflow</c>; <see langword="null"/> where nothing of it can be one.</summary>
    public static string? WorkflowIdFor(string text)
    {
        var id = NoWorkflowLetters().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return IsWorkflowId(id) ? id : null;
    }

    public static bool IsStepId(string text) => StepPattern().IsMatch(text);

    public static bool IsConnection(string text) => text.Length <= LongestConnection && !string.IsNullOrWhiteSpace(text);

    public static bool IsVariable(string text) => StepPattern().IsMatch(text) && !TakenVariables.Contains(text);

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WorkflowPattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoWorkflowLetters();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StepPattern();
}
