using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.Definitions;
using WorkflowKit.Registry;

namespace WorkflowKit.Tests.Registry;

/// <summary>A registry over a fake compiler.</summary>
internal sealed class RegistryFixture : IDisposable
{
    public RegistryFixture(IDefinitionStore? store = null)
    {
        Store = store ?? new InMemoryDefinitionStore();
        Core = new(Store, Compiler, new DefinitionLimits(), TimeProvider.System, NullLogger<WorkflowRegistry>.Instance);
    }

    public FakeCompiler Compiler { get; } = new();

    public IDefinitionStore Store { get; }

    public WorkflowRegistry Core { get; }

    public IWorkflowRegistry Registry => Core;

    public static string Text(string id, string name = "One") => $$"""{ "id": "{{id}}", "name": "{{name}}", "steps": [] }""";

    public static string Bad(string id) => $$"""{ "id": "{{id}}", "description": "bad", "steps": [] }""";

    public static string HashOf(string text) => new SourceText(text, "x").Hash;

    public Task PutAsync(string id, string text) => Store.SaveAsync(id, new SourceText(text, id + ".workflow.json")).AsTask();

    public void Dispose() => Core.Dispose();
}
