using WorkflowKit.Definitions;

namespace WorkflowKit.Compilation;

/// <summary>The C# that was emitted for one definition.</summary>
/// <param name="Definition">The text it came from; <c>#line</c> directives point into it.</param>
/// <param name="ClassName">Full metadata name of the class derived from <c>CompiledWorkflow</c>.</param>
/// <param name="CSharp">The C#.</param>
internal sealed record GeneratedSource(SourceText Definition, string ClassName, string CSharp)
{
    /// <summary>The name of the C# file in stack traces and debuggers.</summary>
    public string FileName { get; } = Path.ChangeExtension(Definition.FileName, ".g.cs");
}
