using System.Text.Json;

namespace WorkflowKit.Runtime.Tests.Schemas;

/// <summary>The official conformance cases, where they are: they are not part of this repository.</summary>
internal static class SchemaSuite
{
    public const string Variable = "WORKFLOWKIT_JSON_SCHEMA_CASES";

    private const string Place = "shared/json-schema/json-schema-public.json";

    /// <summary>The file that the environment names, or the one in a folder <c>shared</c> beside the repository or above it.</summary>
    public static string? FindFile()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Place);
            if (File.Exists(file))
                return file;
        }

        return null;
    }

    public static IEnumerable<SchemaCase> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(stream, new() { MaxDepth = 512 });
        foreach (var part in document.RootElement.EnumerateObject())
        {
            foreach (var group in part.Value.EnumerateArray())
            {
                foreach (var test in group.GetProperty("tests").EnumerateArray())
                {
                    yield return new(
                        part.Name,
                        group.GetProperty("description").GetString()!,
                        test.GetProperty("description").GetString()!,
                        group.GetProperty("schema").Clone(),
                        test.GetProperty("data").Clone(),
                        test.GetProperty("valid").GetBoolean());
                }
            }
        }
    }
}
