using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>Diagnostics of expressions: WK20xx is about how they are written, WK21xx about names and types.</summary>
internal static class ExpressionDiagnostics
{
    public static readonly DiagnosticDescriptor UnexpectedToken = new(
        "WK2001", DiagnosticSeverity.Error, "Unexpected text in an expression", "{0} is not expected here.");

    public static readonly DiagnosticDescriptor BadLiteral = new(
        "WK2002", DiagnosticSeverity.Error, "Malformed literal", "{0}");

    public static readonly DiagnosticDescriptor TooLong = new(
        "WK2003", DiagnosticSeverity.Error, "Expression too long", "The text has {0} characters; at most {1} are allowed.",
        "Compute a part of it in a `set` step and use that step's output.");

    public static readonly DiagnosticDescriptor TooDeep = new(
        "WK2004", DiagnosticSeverity.Error, "Expression too deep", "The expression is nested deeper than {0} levels.",
        "Compute a part of it in a `set` step and use that step's output.");

    public static readonly DiagnosticDescriptor ReservedWord = new(
        "WK2005", DiagnosticSeverity.Error, "Reserved word", "`{0}` is a reserved word and cannot be a name.",
        "Choose another name.");

    public static readonly DiagnosticDescriptor BadMacro = new(
        "WK2006", DiagnosticSeverity.Error, "Malformed macro", "{0}");

    public static readonly DiagnosticDescriptor EmptyExpression = new(
        "WK2007", DiagnosticSeverity.Error, "Empty expression", "There is no expression here.",
        "Write one, such as `inputs.name`.");

    public static readonly DiagnosticDescriptor OpenTemplate = new(
        "WK2008", DiagnosticSeverity.Error, "Unclosed template expression", "`{0}` has no `{1}` that ends it.",
        "Close it with `{1}`, or write `${0}` for the characters themselves.");

    public static readonly DiagnosticDescriptor UnknownName = new(
        "WK2101", DiagnosticSeverity.Error, "Unknown name", "There is no `{0}` here.", "Names in reach: {1}.");

    public static readonly DiagnosticDescriptor UnknownMember = new(
        "WK2102", DiagnosticSeverity.Error, "Unknown member", "{0} has no member `{1}`.", "It has {2}.");

    public static readonly DiagnosticDescriptor UnknownFunction = new(
        "WK2103", DiagnosticSeverity.Error, "Unknown function", "There is no function `{0}`.", "docs/functions.md lists the functions.");

    public static readonly DiagnosticDescriptor PossiblySkipped = new(
        "WK2104", DiagnosticSeverity.Warning, "Possibly skipped output", "`{0}` is absent when its step did not run; reading it then fails this step.",
        "Guard it: `{1}`, or test `has({0})` first.");

    public static readonly DiagnosticDescriptor OperandTypes = new(
        "WK2105", DiagnosticSeverity.Error, "Wrong operands", "`{0}` does not take {1}.");

    public static readonly DiagnosticDescriptor Arguments = new(
        "WK2106", DiagnosticSeverity.Error, "Wrong arguments", "`{0}` does not take {1}.", "It takes {2}.");

    public static readonly DiagnosticDescriptor ImpossibleComparison = new(
        "WK2107", DiagnosticSeverity.Error, "Impossible comparison", "{0} and {1} are never equal.");

    public static readonly DiagnosticDescriptor WrongType = new(
        "WK2108", DiagnosticSeverity.Error, "Wrong type", "This must be {0}, but it is {1}.");

    public static readonly DiagnosticDescriptor MissingMember = new(
        "WK2109", DiagnosticSeverity.Error, "Missing member", "`{0}` is missing.", "Add it: {1}.");

    public static readonly DiagnosticDescriptor SuperfluousMember = new(
        "WK2110", DiagnosticSeverity.Error, "Superfluous member", "There is no `{0}` to set here.", "It can have {1}.");

    public static readonly DiagnosticDescriptor BadMapKey = new(
        "WK2111", DiagnosticSeverity.Error, "Bad map key", "{0} cannot be a key of a map.", "Keys are text, int, uint or bool.");

    public static readonly DiagnosticDescriptor ValueOutOfRange = new(
        "WK2112", DiagnosticSeverity.Error, "Value out of range", "{0} does not fit {1}.");

    public static readonly DiagnosticDescriptor NotAType = new(
        "WK2113", DiagnosticSeverity.Error, "Object construction", "There is no type `{0}` to construct.", "Write a map instead, such as `{1}`.");

    public static readonly DiagnosticDescriptor IncompleteName = new(
        "WK2114", DiagnosticSeverity.Error, "Incomplete name", "`{0}` is not a value by itself.", "Go on with one of {1}.");

    public static readonly DiagnosticDescriptor PlainText = new(
        "WK2115", DiagnosticSeverity.Warning, "Expression in plain text", "`{0}` is plain text here, and no expression.", "Write `{1}` to put the value in.");

    public static readonly DiagnosticDescriptor NeverNull = new(
        "WK2116", DiagnosticSeverity.Warning, "Comparison with null", "`{0}` is never null, so this is always {1}.");
}
