using WorkflowKit.Binding;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Emission;

/// <summary>From a definition to C#: binds its names and types, and writes the file where nothing is wrong.</summary>
internal static class WorkflowEmitter
{
    /// <summary>Checks a definition and emits it.</summary>
    /// <param name="definition">A definition that was read without errors, or as much of one as could be read.</param>
    /// <param name="catalogue">The steps of the host.</param>
    /// <param name="limits">What expressions may be at most.</param>
    /// <param name="isWrong">Whether an error is known already: then its names and types are checked and no more.</param>
    public static EmitResult Emit(WorkflowDefinition definition, StepCatalogue catalogue, DefinitionLimits? limits = null, bool isWrong = false)
    {
        var diagnostics = new DiagnosticBag();
        var program = Check(definition, catalogue, limits ?? new DefinitionLimits(), diagnostics);
        if (isWrong || diagnostics.HasErrors || definition.Diagnostics.Any(one => one.Severity == DiagnosticSeverity.Error))
            return new(null, "", diagnostics.ToSortedList(), []);

        var className = WorkflowClassName.Of(definition.Id);
        var typeName = $"{WorkflowClassName.Namespace}.{className}";
        var types = program.Steps.OfType<CheckedActivity>()
            .SelectMany(step => new[] { step.Descriptor.InputType, step.Descriptor.OutputType })
            .Distinct()
            .ToList();
        return new(FileEmitter.Emit(program, className), typeName, diagnostics.ToSortedList(), types);
    }

    /// <summary>All that is done before anything is written: what is wrong goes into <paramref name="diagnostics"/>.</summary>
    public static CheckedProgram Check(WorkflowDefinition definition, StepCatalogue catalogue, DefinitionLimits limits, DiagnosticBag diagnostics)
    {
        var program = ProgramBinder.Bind(definition, catalogue, limits, diagnostics);

        // Where something is wrong, nobody knows what it was meant to read.
        if (!diagnostics.HasErrors && definition.Diagnostics.All(one => one.Severity != DiagnosticSeverity.Error))
        {
            UnusedOutputs.Check(program, diagnostics);
            UnusedInputs.Check(program, diagnostics);
        }

        return program;
    }
}
