using System.Globalization;
using System.Text;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>A request as it goes over the line.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, percent-encoded as it is sent.</param>
internal sealed record ApiRequest(string Method, string Path)
{
    /// <summary>The query, percent-encoded, in its order.</summary>
    internal IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    internal IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    internal string? User { get; init; }

    internal byte[]? Body { get; init; }

    internal string? ContentType { get; init; }

    /// <summary>Whether the length of the body is not told beforehand.</summary>
    internal bool IsChunked { get; init; }

    private string Target => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query.Select(static one => $"{one.Name}={one.Value}"))}";

    internal HttpRequestMessage ToMessage(Uri host)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(host.GetLeftPart(UriPartial.Authority) + Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null) message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            if (IsChunked) (message.Headers.TransferEncodingChunked, message.Content.Headers.ContentLength) = (true, null);
        }
        if (User is not null) message.Headers.TryAddWithoutValidation("Authorization", $"{Support.NamedUser.Name} {User}");
        foreach (var (name, value) in Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>The request for whoever wants to send it again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"curl -X {Method} '{Short(Target)}'");
        if (User is not null) text.Append(CultureInfo.InvariantCulture, $" -H 'Authorization: {Support.NamedUser.Name} {User}'");
        foreach (var (name, value) in Headers) text.Append(CultureInfo.InvariantCulture, $" -H '{name}: {Short(value)}'");
        if (ContentType is not null) text.Append(CultureInfo.InvariantCulture, $" -H 'Content-Type: {Short(ContentType)}'");
        if (IsChunked) text.Append(" -H 'Transfer-Encoding: chunked'");
        if (Body is not null) text.Append(CultureInfo.InvariantCulture, $" --data-binary $'{Short(Escape(Body))}'");
        return text.ToString();
    }

    private static string Short(string text) => text.Length <= 600 ? text : $"{text[..300]}...({text.Length} characters)...{text[^100..]}";

    private static string Escape(byte[] body) => string.Concat(
        body.Take(100_000).Select(static one => one is >= 0x20 and < 0x7F and not (byte)'\'' and not (byte)'\\' ? ((char)one).ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{one:x2}")));
}
