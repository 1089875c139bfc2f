using System.ComponentModel;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit;

/// <summary>What became of one definition: what is wrong with it, and the program where nothing is. Immutable.</summary>
public sealed record CompilationResult
{
    private static readonly SourceText Nothing = new("", "");

    /// <summary>The definition as far as it could be read; <see langword="null"/> where the text is not a JSON object at all.</summary>
    public WorkflowDefinition? Definition { get; init; }

    /// <summary>The text that was read, also where it is no definition; its file name says which.</summary>
    public SourceText Source { get => field ?? Definition?.Source ?? Nothing; init; }

    /// <summary>Errors and warnings in the order of the source text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Whether there is no error.</summary>
    public bool Succeeded => !Errors.Any();

    /// <summary>What keeps the definition from being saved.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error);

    /// <summary>What its author should look at.</summary>
    public IEnumerable<Diagnostic> Warnings => Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Warning);

    /// <summary>The C# that the definition became; <see langword="null"/> where there are errors.</summary>
    public string? CSharp { get; init; }

    /// <summary>How long each stage took, in order; empty where nothing had to be done.</summary>
    public IReadOnlyList<StageTiming> Timings { get; init; } = [];

    /// <summary>Whether the definition was known already, so that nothing was compiled.</summary>
    public bool FromCache { get; init; }

    /// <summary>The program, which whoever called the compiler owns and disposes; <see langword="null"/> where there are errors, and in results of the registry.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ICompiledProgram? Program { get; init; }
}
