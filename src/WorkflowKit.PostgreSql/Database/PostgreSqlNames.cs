using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>The names of what a store has in a database. Statements are written for the default schema; another takes its place.</summary>
internal sealed partial class PostgreSqlNames(string schema)
{
    internal const string DefaultSchema = "workflowkit";

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _qualified = new(StringComparer.Ordinal);

    internal static bool IsLegal(string? schema) => schema is not null && Plain().IsMatch(schema) && !schema.StartsWith("pg_", StringComparison.Ordinal);

    /// <summary>A statement with the schema's name in it.</summary>
    internal string Qualify(string sql) =>
        schema == DefaultSchema ? sql : _qualified.GetOrAdd(sql, static (text, name) => text.Replace($"{DefaultSchema}.", $"\"{name}\".", StringComparison.Ordinal), schema);

    /// <summary>The key of an advisory lock, which is the whole database's.</summary>
    internal long LockKey(string kind, string name = "") =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"WorkflowKit\n{schema}\n{kind}\n{name}")));

    [GeneratedRegex("\\A[a-z_][a-z0-9_]{0,62}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
