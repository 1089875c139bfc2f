using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>WK1: what reading a definition finds.</summary>
internal static class DefinitionDiagnostics
{
    private const int LongestQuote = 64;

    public static readonly DiagnosticDescriptor Syntax = Error("WK1001", "JSON syntax", "{0}");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "WK1002", "Definition too large", "The definition has {0:N0} bytes; at most {1:N0} are allowed.",
        "Move parts of it into workflows of their own and call them with `workflow` steps.");

    public static readonly DiagnosticDescriptor TooDeep = Error(
        "WK1003", "JSON nested too deeply", "Objects and arrays stand more than {0} deep in each other.", "Flatten the value, or let a step build it.");

    public static readonly DiagnosticDescriptor BrokenCharacter = Error(
        "WK1004", "Broken character", "Half of a surrogate pair stands alone here, which is no character.", "Write the whole character, or leave it out.");

    public static readonly DiagnosticDescriptor DuplicateMember = Error(
        "WK1005", "Duplicate member", "`{0}` stands twice in this object; only the first is read.", "Remove one of them.");

    public static readonly DiagnosticDescriptor UnknownMember = Error(
        "WK1006", "Unknown member", "{1} has no member `{0}`.", "Remove it, or begin its name with `x-` to keep something of your own.");

    public static readonly DiagnosticDescriptor MissingMember = Error("WK1007", "Missing member", "{1} needs `{0}`.", "Add `{0}`: {2}.");

    public static readonly DiagnosticDescriptor WrongType = Error("WK1008", "Wrong JSON type", "{0} must be {1}, but is {2}.");

    public static readonly DiagnosticDescriptor BadName = Error("WK1009", "Bad identifier", "`{0}` cannot be {1}.", "Use {2}.");

    public static readonly DiagnosticDescriptor DuplicateStep = Error(
        "WK1010", "Duplicate step id", "The step id `{0}` is taken already, in line {1}.", "Step ids are unique in the whole definition: give one of them another.");

    public static readonly DiagnosticDescriptor DuplicateBranch = Error(
        "WK1011", "Duplicate branch id", "The branch id `{0}` is taken already, in line {1}.", "Branch ids are unique in their step: give one of them another.");

    public static readonly DiagnosticDescriptor BadDuration = Error(
        "WK1012", "Bad duration", "`{0}` is no duration: {1}.", "Durations are written like `PT30S`, `PT5M`, `PT1H30M`, `P7D` or `P2W`.");

    public static readonly DiagnosticDescriptor BadTimestamp = Error(
        "WK1013", "Bad timestamp", "`{0}` is no timestamp.", "Timestamps are written like `2030-01-31T08:00:00Z` or `2030-01-31T08:00:00+01:00`.");

    public static readonly DiagnosticDescriptor UnknownValue = Error("WK1014", "Unknown value", "`{0}` is no value of {1}.", "Use one of {2}.");

    public static readonly DiagnosticDescriptor OutOfRange = Error("WK1015", "Out of range", "{0} must be {1}, but is {2}.");

    public static readonly DiagnosticDescriptor Empty = Error("WK1016", "Empty value", "{0} is empty.", "Write {1}, or remove it.");

    public static readonly DiagnosticDescriptor Conflict = Error("WK1017", "Conflicting members", "{0}.", "{1}.");

    public static readonly DiagnosticDescriptor UnknownControlStep = Error(
        "WK1018", "Unknown control step", "There is no control step `{0}`.",
        "Control steps are {1}; the types of activities have a dot, such as `http.request`.");

    public static readonly DiagnosticDescriptor TooManySteps = Error(
        "WK1019", "Too many steps", "The definition has more than {0:N0} steps; those after this one are not read.",
        "Move parts of it into workflows of their own and call them with `workflow` steps.");

    public static readonly DiagnosticDescriptor StepsTooDeep = Error(
        "WK1020", "Steps nested too deeply", "Steps stand more than {0} deep in each other; those in here are not read.",
        "Move the inner steps into a workflow of its own and call it with a `workflow` step.");

    public static readonly DiagnosticDescriptor TooLong = Error(
        "WK1021", "Text too long", "{0} has {1:N0} characters; at most {2:N0} are allowed.", "Split it over several steps.");

    public static readonly DiagnosticDescriptor BadSchema = Error("WK1022", "Bad JSON Schema", "{0}");

    public static readonly DiagnosticDescriptor NoEffect = new(
        "WK1023", DiagnosticSeverity.Warning, "Member without effect", "`{0}` has no effect on a `{1}` step.", "Remove it; {2}.");

    public static readonly DiagnosticDescriptor TemplateInExpression = Error(
        "WK1024", "Template where an expression stands", "{0} is an expression already: `${{{{ }}}}` is for templates.", "Write `{1}`.");

    public static readonly DiagnosticDescriptor NoProperties = new(
        "WK1026", DiagnosticSeverity.Warning, "Inputs outside of properties", "`{0}` is no word of JSON Schema: nothing is known of such an input.",
        "Put the inputs into `properties`, beside `\"type\": \"object\"`.");

    /// <summary>A piece of somebody's text that fits into a sentence.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= LongestQuote)
            return text;
        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static DiagnosticDescriptor Error(string code, string title, string message, string? hint = null) =>
        new(code, DiagnosticSeverity.Error, title, message, hint);
}
