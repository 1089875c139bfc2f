namespace WorkflowKit.Testing.Hosting;

/// <summary>The text of a definition that a host starts with.</summary>
internal sealed record DefinitionUnderTest(string Text);
