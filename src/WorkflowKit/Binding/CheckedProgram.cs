using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>A definition whose names and types are known, ready to be emitted. Immutable.</summary>
internal sealed class CheckedProgram
{
    public required WorkflowDefinition Definition { get; init; }

    public required SymbolTable Symbols { get; init; }

    public required CheckedScope Body { get; init; }

    /// <summary>The type of <c>inputs</c>; dyn where the definition has no schema of them.</summary>
    public required CelType Inputs { get; init; }

    /// <summary>Whether any step or the outputs read them.</summary>
    public required bool ReadsInputs { get; init; }

    /// <summary>The declared inputs that no expression reads.</summary>
    public required IReadOnlyList<SourceMember> UnusedInputs { get; init; }

    /// <summary>The template of the run's outputs; <see langword="null"/>: none.</summary>
    public BoundExpression? Outputs { get; init; }

    /// <summary>The key that runs share a limit by; <see langword="null"/>: none.</summary>
    public CheckedKey? ConcurrencyKey { get; init; }

    /// <summary>The records of the inputs.</summary>
    public required IReadOnlyList<RecordShape> Records { get; init; }

    /// <summary>The names of the class's methods and records.</summary>
    public required UniqueNames MethodNames { get; init; }

    /// <summary>Every step, inner ones included, in source order.</summary>
    public required IReadOnlyList<CheckedStep> Steps { get; init; }
}
