using System.Security.Cryptography;
using System.Text;

namespace WorkflowKit.Definitions;

/// <summary>The text of one definition with its name. Immutable.</summary>
public sealed class SourceText
{
    /// <summary>Wraps a text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="fileName">The name that diagnostics and stack traces show; a bare file name, not a path.</param>
    public SourceText(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        Text = text;
        FileName = fileName;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The JSON as written.</summary>
    public string Text { get; }

    /// <summary>The name that diagnostics and stack traces show, such as <c>order-fulfilment.workflow.json</c>.</summary>
    public string FileName { get; }

    /// <summary>SHA-256 of the UTF-8 text as 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }
}
