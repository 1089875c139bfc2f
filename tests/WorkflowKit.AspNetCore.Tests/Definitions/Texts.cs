using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

/// <summary>Texts of definitions for the tests of the endpoints.</summary>
internal static class Texts
{
    /// <summary>An id that no other test has.</summary>
    internal static string NewId() => $"w-{Guid.NewGuid():N}";

    internal static string Good(string id, string name = "One") => $$"""{ "id": "{{id}}", "name": "{{name}}", "steps": [ { "id": "text", "type": "set", "with": 1 } ] }""";

    /// <summary>Line 2, column 50 names a type that is not there, but nearly.</summary>
    internal static string Bad(string id) => $$"""
        { "id": "{{id}}", "connections": { "mail": { "provider": "mail" } },
          "steps": [ { "id": "send", "connection": "mail", "type": "test.sent", "with": { "to": "a" } } ] }
        """;

    internal static string HashOf(string text) => new SourceText(text, "x").Hash;

    /// <summary>The ETag of a text.</summary>
    internal static string TagOf(string text) => $"\"{HashOf(text)}\"";
}
