using System.Globalization;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reads <c>retry</c>. What its author left out: three attempts, a second apart.</summary>
internal sealed class RetryReader(DefinitionReadContext context)
{
    private const int DefaultAttempts = 3;
    private const int MostAttempts = 1_000;

    // "retry": 3
    private static DiagnosticFix? Attempts(SourceValue found) =>
        found.Kind == SourceValueKind.Number && int.TryParse(found.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts is >= 1 and <= MostAttempts
            ? DiagnosticFix.Replace(found.Span, $"{{ \"maxAttempts\": {found.Text} }}")
            : null;

    public RetryDefinition? Read(MemberReader step)
    {
        var source = step.OfKind("retry", SourceValueKind.Object, "an object such as `{ \"maxAttempts\": 3 }`", Attempts);
        if (source is null)
            return null;

        var members = new MemberReader(source, "`retry`", context);
        var retry = new RetryDefinition(
            members.Integer("maxAttempts", 1, MostAttempts) ?? DefaultAttempts,
            members.Duration("delay", allowZero: true, out _) ?? TimeSpan.FromSeconds(1),
            (RetryBackoff)(members.Word("backoff", "constant", "linear", "exponential") ?? 0),
            members.Duration("maxDelay", allowZero: true, out _),
            members.Boolean("jitter") ?? false) { Source = source };
        members.Finish();
        return retry;
    }
}
