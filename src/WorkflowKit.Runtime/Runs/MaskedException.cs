namespace WorkflowKit.Runs;

/// <summary>Stands for an exception whose text repeats a secret, wherever exceptions are written down.</summary>
internal sealed class MaskedException : Exception
{
    private readonly string _text;

    private MaskedException(string message, string text) : base(message) => _text = text;

    /// <summary>The exception itself, where nothing in its text has to be masked.</summary>
    internal static Exception Of(Exception error, Func<string, string> mask)
    {
        var text = error.ToString();
        var masked = mask(text);
        return masked == text ? error : new MaskedException(mask(error.Message), masked);
    }

    public override string ToString() => _text;
}
