using System.Text;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>
/// Reads workflow.json. Whatever the text is, the answer is a result and never an exception; a first error does not hide the rest. What could
/// not be read is left out or, where a step cannot be without it, replaced by a value of kind <see cref="SourceValueKind.Null"/>: it was reported already.
/// </summary>
public static class WorkflowReader
{
    /// <summary>Reads a definition.</summary>
    /// <param name="source">The text with its name.</param>
    /// <param name="limits">What the definition may be at most; <see langword="null"/>: the defaults.</param>
    public static DefinitionReadResult Read(SourceText source, DefinitionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        limits ??= new();
        var bag = new DiagnosticBag();
        var size = Encoding.UTF8.GetByteCount(source.Text);
        if (size > limits.MaxBytes)
        {
            bag.Add(DefinitionDiagnostics.TooLarge.At("", source.SpanOf(0, 0), [size, limits.MaxBytes]));
            return new(null, bag.ToSortedList());
        }

        var root = JsonSourceReader.Read(source, bag);
        if (root is { Kind: not SourceValueKind.Object })
            bag.Report(DefinitionDiagnostics.WrongType, root, "A definition", "an object", JsonKinds.Describe(root));
        if (root is not { Kind: SourceValueKind.Object })
            return new(null, bag.ToSortedList());

        var definition = new DefinitionReader(source, new(source, root, limits, bag)).Read(root);
        return new(definition, definition.Diagnostics);
    }
}
