using System.ComponentModel;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing;

namespace WorkflowKit.AspNetCore.Language;

/// <summary>A text to look at.</summary>
internal sealed record TextRequest([property: Description("The definition as it stands in the editor; it may be broken anywhere.")] string Text);

/// <summary>A place in a text.</summary>
internal sealed record PlaceRequest(
    [property: Description("The definition as it stands in the editor; it may be broken anywhere.")] string Text,
    [property: Description("The place: the offset from the start of the text, in UTF-16 code units. Either this or `position` is given.")] int? Offset = null,
    [property: Description("The place, by line and column.")] TextPosition? Position = null);

/// <summary>A step to be given another id.</summary>
internal sealed record RenameRequest(
    [property: Description("The definition as it stands in the editor; it may be broken anywhere.")] string Text,
    [property: Description("The new id.")] string NewId,
    [property: Description("A place in the step's id, or in a reference to it: the offset from the start of the text, in UTF-16 code units. Either this or `position` is given.")] int? Offset = null,
    [property: Description("The place, by line and column.")] TextPosition? Position = null);

/// <summary>A place as editors count.</summary>
internal sealed record TextPosition(
    [property: Description("From 1.")] int Line,
    [property: Description("From 1, in UTF-16 code units; the place behind the last character of a line is one, too.")] int Column);

/// <summary>What is wrong with a text.</summary>
internal sealed record DiagnosticList(IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What can be written at a place, the most likely first.</summary>
internal sealed record CompletionList(IReadOnlyList<CompletionItem> Items);

/// <summary>Places in a text, in its order.</summary>
internal sealed record PlaceList(IReadOnlyList<SourceSpan> Spans);

/// <summary>Where something is declared.</summary>
internal sealed record Declaration(SourceSpan Span);
