using System.Buffers;
using System.Text.RegularExpressions;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>Texts that look like secrets: WK4010. What is reported never repeats the text.</summary>
internal static partial class SecretChecks
{
    private const int ShortestSecret = 8;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "secret", "clientsecret", "apikey", "apisecret", "apitoken", "accesstoken", "authtoken", "bearertoken",
        "refreshtoken", "privatekey", "secretkey", "accesskey",
    };

    // Every text is looked at with every key press, and hardly any holds one of these.
    private static readonly SearchValues<string> TokenStarts = SearchValues.Create(
        ["sk_live_", "rk_live_", "sk-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "AKIA", "AIza", "SG.", "npm_", "eyJ"], StringComparison.Ordinal);

    public static void Check(WorkflowDefinition definition, DiagnosticBag bag)
    {
        foreach (var member in definition.Root.Members)
        {
            if (member.Name is "inputs" or "steps" or "outputs" or "options")
                Look(member.Value, member.Name, bag);
        }
    }

    private static void Look(SourceValue value, string name, DiagnosticBag bag)
    {
        if (value is { Kind: SourceValueKind.String, Text.Length: >= ShortestSecret } && KindOf(value.Text, name) is { } kind)
            bag.Report(StepDiagnostics.Secret, value, kind);
        foreach (var item in value.Items)
            Look(item, name, bag);
        foreach (var member in value.Members)
        {
            if (member.Name != "ui" && !member.Name.StartsWith("x-", StringComparison.Ordinal))
                Look(member.Value, member.Name, bag);
        }
    }

    private static string? KindOf(string text, string name)
    {
        if (PrivateKey().IsMatch(text))
            return "a private key";
        if (text.AsSpan().ContainsAny(TokenStarts) && Token().IsMatch(text))
            return "an access token";
        if (Authorization().IsMatch(text))
            return "an authorization header";
        if ((text.Contains(';', StringComparison.Ordinal) && ConnectionString().IsMatch(text)) || (text.Contains("://", StringComparison.Ordinal) && UserInfo().IsMatch(text)))
            return "a connection string with a password";
        return IsSecretName(name) && IsLiteral(text) ? $"the value of `{DefinitionDiagnostics.Shorten(name)}`" : null;
    }

    private static bool IsSecretName(string name) =>
        Names.Contains(name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());

    // Neither computed, nor a sentence, nor a stand-in such as <password> or ********.
    private static bool IsLiteral(string text) =>
        !text.Contains("${{", StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace) && text[0] is not ('<' or '{' or '[') && text.Distinct().Count() > 3;

    [GeneratedRegex("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_-])(?:sk_live_[A-Za-z0-9]{16}|rk_live_[A-Za-z0-9]{16}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22}|glpat-[A-Za-z0-9_-]{20}|xox[abprs]-[A-Za-z0-9-]{12}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16}|npm_[A-Za-z0-9]{36}|eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{16})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^\s*(?:Bearer|Basic)\s+[A-Za-z0-9+/_.=-]{16,}\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Authorization();

    [GeneratedRegex(@"=[^;]{1,200};\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s$<*{]{4}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"[a-z][a-z0-9+.-]{1,20}://[^\s:/@$<{]{1,100}:[^\s/@$<*{]{4,100}@[^\s/]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UserInfo();
}
