using System.Text;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>What nobody sends who means well.</summary>
internal static class HostileValues
{
    private const int Huge = 64 * 1024;

    internal static readonly string HugeText = new('a', Huge);

    /// <summary>Values for a path or a query, as they are sent.</summary>
    internal static readonly string[] Encoded =
    [
        "", "%20", "0", "-1", "1.5", "1e999", "99999999999999999999", "-9223372036854775809", "NaN", "true", "null", "[]", "%7B%7D", "*", ",", ",,a,", ".", "..", "%2e%2e", "%252e%252e%252f",
        "..%2f..%2fetc%2fpasswd", "..%5c..%5cwindows", "%2F", "a%2Fb", "%00", "a%00b", "%01%1f", "%0d%0aX-Injected:%201", "%7f", "%C2%85", "%E2%80%A8", "%E2%80%AE", "%F0%9F%92%A5", "e%CC%81",
        "%ED%A0%80", "%ED%BF%BF", "%FF%FE", "%C0%AE", "%F0%9F", "%zz", "%", "%2", "100%", "%25", "%3Cscript%3E", "'%20OR%20'1'='1", "%24%7B%7B1%7D%7D", "%7B0%7D", "P1Y", "PT0S", "-PT1S", "PT1E9S",
        "P99999999999999999999D", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00", "2026-02-30", "00000000-0000-0000-0000-000000000000", "01890a5d-ac96-774b-bcce-b302099a8057",
        "01890A5D-AC96-774B-BCCE-B302099A8057", "%7B01890a5d-ac96-774b-bcce-b302099a8057%7D", HugeText, string.Concat(Enumerable.Repeat("%F0%9F%92%A5", 1_000)), string.Concat(Enumerable.Repeat("%2f", 1_000)),
    ];

    /// <summary>Values for a header that an operation knows.</summary>
    internal static readonly string[] Header =
    [
        "", " ", "0", "-1", "1.5", "99999999999999999999", "true", "null", "*", ",", ",,", "*, *", "\"", "\"\"", "\"a", "a\"", "W/", "W/\"a\"", "\"a\", W/\"b\", *", "\"0000000000000000000000000000000000000000000000000000000000000000\"",
        "\"../../etc/passwd\"", "../..", "\t", "a\u0001b", "a\u007Fb", "ü", "\u2028", "💥", "${{ 1 }}", "{0}", "%00", "'; DROP TABLE executions; --", HugeText, string.Join(',', Enumerable.Repeat("\"a\"", 8_000)),
    ];

    /// <summary>Headers that change how a request is understood, whether an operation knows them or not.</summary>
    internal static readonly (string Name, string Value)[] Others =
    [
        ("Accept", ""), ("Accept", "text/html"), ("Accept", "application/xml;q=1, */*;q=0"), ("Accept", "nonsense"), ("Accept", "application/jsonl;q=2, text/event-stream;q=nan"), ("Accept", HugeText),
        ("Accept-Encoding", "br, gzip, *;q=0"), ("Accept-Language", "\u0001"), ("Content-Encoding", "gzip"), ("Prefer", "respond-async, wait=99999999999"), ("Range", "bytes=0-0,-1,9-"), ("If-Range", "\"a\""),
        ("If-Match", "*"), ("If-Match", "nonsense"), ("If-None-Match", "*"), ("If-None-Match", "nonsense"), ("If-Modified-Since", "yesterday"), ("If-Unmodified-Since", "Sat, 01 Jan 0001 00:00:00 GMT"),
        ("Last-Event-ID", "-1"), ("Last-Event-ID", "99999999999999999999"), ("Idempotency-Key", "💥"), ("Expect", "100-continue"), ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-Host", "evil.example.com"),
        ("Origin", "nonsense"), ("Sec-Fetch-Site", "cross-site"), ("Cookie", "a=b; \""), ("traceparent", "00-zz-zz-zz"), ("baggage", "a=%"), ("Authorization", "Bearer \u0001"), ("Content-Language", "x-none"),
    ];

    /// <summary>Content types that are not the one that an operation wants, or hardly.</summary>
    internal static readonly string?[] ContentTypes =
    [
        null, "", "nonsense", "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=a", "application/json; charset=utf-16", "application/json; charset=\u0001",
        "application/json;charset=", "APPLICATION/JSON", "application/json, text/plain", "*/*", HugeText,
    ];

    /// <summary>JSON for a member of a body.</summary>
    internal static readonly string[] Json =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-0.0", "99999999999999999999", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\u001fb\"", "\"\\u2028\\u202e\\ufeff\"", "\"../../etc/passwd\"",
        "\"${{ inputs.name }}\"", "\"{0}\"", "\"\\ud83d\\udca5\"", "[]", "{}", "[null]", "[[1]]", "[\"\\ud800\"]", "[\"a\",\"a\"]", "{\"\\ud800\":1}", "{\"a\":1,\"a\":2}", "{\"__proto__\":{}}", "NaN", "'a'", "01", "+1",
        $"\"{HugeText}\"", $"1{new string('0', 20_000)}", $"0.{new string('1', 20_000)}", Nested(40), Nested(63), Nested(64), Nested(10_000), $"[{string.Join(',', Enumerable.Repeat("1", 20_000))}]",
        $"[{string.Join(',', Enumerable.Range(0, 2_000).Select(static one => $"\"tag-{one}\""))}]",
    ];

    /// <summary>Whole bodies that are no JSON, or none that is wanted.</summary>
    internal static IEnumerable<byte[]> Bodies(string sample)
    {
        var text = Encoding.UTF8.GetBytes(sample);
        yield return [];
        yield return " "u8.ToArray();
        yield return "nonsense"u8.ToArray();
        yield return "{"u8.ToArray();
        yield return "\"\\ud800\""u8.ToArray();
        foreach (var json in Json.Where(static one => one.Length < 100)) yield return Encoding.UTF8.GetBytes(json);
        yield return Encoding.UTF8.GetBytes(Nested(10_000));
        yield return Encoding.UTF8.GetBytes(new string('[', 100_000));
        yield return Encoding.UTF8.GetBytes($"{{\"a\":{Nested(10_000)}}}");
        for (var cut = 1; cut < 5; cut++) yield return text[..(text.Length * cut / 5)];
        yield return [.. text, .. text];
        yield return [.. text, .. "//"u8];
        yield return [0xEF, 0xBB, 0xBF, .. text];
        yield return [0xEF, 0xBB, 0xBF];
        yield return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(sample)];
        yield return Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(sample)).ToArray();
        yield return [.. text.Select(static one => one == (byte)'a' ? (byte)0xFF : one)];
        yield return [.. text.SelectMany(static one => one == (byte)'a' ? (byte[])[0xED, 0xA0, 0x80] : [one])];
        yield return [.. text.Select(static one => one == (byte)' ' ? (byte)0 : one)];
        yield return new byte[1_000];
    }

    private static string Nested(int depth) => $"{new string('[', depth)}{new string(']', depth)}";
}
