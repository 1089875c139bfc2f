namespace WorkflowKit.Definitions;

/// <summary>Reads <c>retry</c>. What its author left out: three attempts, a second apart.</summary>
internal sealed class RetryReader(DefinitionReadContext context)
{
    private const int DefaultAttempts = 3;
    private const int MostAttempts = 1_000;

    public RetryDefinition? Read(MemberReader step)
    {
        var source = step.OfKind("retry", SourceValueKind.Object, "an object such as `{ \"maxAttempts\": 3 }`");
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
