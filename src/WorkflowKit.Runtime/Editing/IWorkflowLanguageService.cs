using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing;

namespace WorkflowKit;

/// <summary>
/// What editors of definitions ask for while somebody is typing: what is wrong, what fits here, what this is. It works on the text alone, which may be
/// broken anywhere, and keeps what it learned of the last few texts, so that several questions about one text share the work. Offsets count UTF-16 code
/// units from the start of the text; <see cref="SourceText.OffsetOf(int, int)"/> turns a line and a column into one. Safe to use from several threads.
/// </summary>
public interface IWorkflowLanguageService
{
    /// <summary>All that is wrong with a definition, as saving it would report it.</summary>
    /// <param name="source">The text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<Diagnostic>> DiagnoseAsync(SourceText source, CancellationToken cancellationToken = default);

    /// <summary>What can be written at a place, the most likely first.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">The place: that of the caret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside of the text.</exception>
    ValueTask<IReadOnlyList<CompletionItem>> CompleteAsync(SourceText source, int offset, CancellationToken cancellationToken = default);

    /// <summary>What stands at a place; <see langword="null"/>: nothing of which anything can be said.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">The place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside of the text.</exception>
    ValueTask<HoverInfo?> HoverAsync(SourceText source, int offset, CancellationToken cancellationToken = default);

    /// <summary>How the function is called in whose arguments a place is; <see langword="null"/>: it is in none.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">The place: that of the caret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside of the text.</exception>
    ValueTask<SignatureHelp?> SignatureAsync(SourceText source, int offset, CancellationToken cancellationToken = default);

    /// <summary>Where the step, input or connection is declared that a place refers to; <see langword="null"/>: it refers to none.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">The place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside of the text.</exception>
    ValueTask<SourceSpan?> FindDefinitionAsync(SourceText source, int offset, CancellationToken cancellationToken = default);

    /// <summary>Every place where the id of a step stands, its declaration included, in the order of the text; empty where no step's id stands at the place.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">A place in the step's id, or in a reference to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside of the text.</exception>
    ValueTask<IReadOnlyList<SourceSpan>> FindReferencesAsync(SourceText source, int offset, CancellationToken cancellationToken = default);

    /// <summary>The edits that give a step another id everywhere; <see langword="null"/> where no step's id stands at the place.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">A place in the step's id, or in a reference to it.</param>
    /// <param name="newId">The new id. Where it is no legal id, or another step has it, the result says so and has no edits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside of the text.</exception>
    ValueTask<RenameResult?> RenameAsync(SourceText source, int offset, string newId, CancellationToken cancellationToken = default);
}
