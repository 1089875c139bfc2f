using WorkflowKit.Binding;
using WorkflowKit.CelEmission;
using WorkflowKit.Definitions;

namespace WorkflowKit.Emission;

/// <summary>What the emitters of one file share.</summary>
internal sealed class EmissionContext
{
    private readonly Dictionary<StepSymbol, int> _index = [];

    public EmissionContext(CheckedProgram program)
    {
        Program = program;
        Aliases = new TypeAliases(name => program.Symbols.Names.Taken.IsTaken(name) || program.MethodNames.IsTaken(name));
        Types = new TypeSpelling(Aliases.NameOf);
        Values = new ValueEmitter(Types, new ConverterSet(program.MethodNames));
        for (var i = 0; i < program.Steps.Count; i++)
            _index.Add(program.Steps[i].Symbol, i);
    }

    public CheckedProgram Program { get; }

    public TypeSpelling Types { get; }

    public TypeAliases Aliases { get; }

    public ValueEmitter Values { get; }

    public CodeWriter Out { get; } = new();

    /// <summary>Namespaces that this file needs and most do not.</summary>
    public SortedSet<string> MoreNamespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>The beginning of a statement that keeps a step's output: <c>var fetch = </c>, <c>fetch = </c>, or nothing where nobody reads it.</summary>
    public static Code Target(CheckedStep step)
    {
        if (!step.Symbol.IsRead)
            return Code.Empty;

        var local = Code.Identifier(step.Symbol.Local);
        return Locals.IsDeclaredInPlace(step) ? (Code)$"var {local} = " : $"{local} = ";
    }

    /// <summary>The step and all steps inside of it.</summary>
    public IEnumerable<CheckedStep> Inside(CheckedStep step)
    {
        // In source order the steps inside of a step follow it.
        for (var i = _index[step.Symbol]; i < Program.Steps.Count && step.Symbol.Contains(Program.Steps[i].Symbol); i++)
            yield return Program.Steps[i];
    }

    /// <summary>Says that the next statement comes from this place of the definition.</summary>
    public void Locate(SourceValue source) => Out.Directive(LineDirective.To(source.Span, Program.Definition.Source.FileName, Out.Column));
}
