using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.Definitions;
using WorkflowKit.Registry;

namespace WorkflowKit.AspNetCore.Language;

/// <summary>A text that an editor asks about, and the place in it.</summary>
internal static class EditedText
{
    /// <summary>The text, if it is not larger than a definition may be.</summary>
    /// <exception cref="ProblemException">It is.</exception>
    internal static SourceText Of(string text, HttpContext http)
    {
        var most = http.RequestServices.GetRequiredService<IOptions<DefinitionLimits>>().Value.MaxBytes;
        return Encoding.UTF8.GetByteCount(text) > most ? throw BoundedBody.TooLarge(most) : DefinitionId.Name(text);
    }

    /// <summary>The place as an offset.</summary>
    /// <exception cref="ProblemException">It is not said, said twice, or outside of the text.</exception>
    internal static int PlaceIn(SourceText source, int? offset, TextPosition? position) => (offset, position) switch
    {
        ({ } place, null) => place >= 0 && place <= source.Text.Length ? place : throw Wrong("offset", $"offset {place} is outside of the text, which has {source.Text.Length} characters"),
        (null, { } place) => OffsetOf(source, place),
        (null, null) => throw Wrong("position", "the place is missing; give `position` or `offset`"),
        _ => throw Wrong("position", "the place is given twice; give either `position` or `offset`"),
    };

    private static int OffsetOf(SourceText source, TextPosition place)
    {
        if (place.Line < 1 || place.Line > source.LineCount) throw Wrong("position", $"there is no line {place.Line}; the text has {source.LineCount}, counted from 1");
        var length = source.LineAt(place.Line).Length;
        if (place.Column < 1 || place.Column > length + 1) throw Wrong("position", $"there is no column {place.Column} in line {place.Line}, which has {length} characters; columns are counted from 1");
        return source.OffsetOf(place.Line, place.Column);
    }

    private static ProblemException Wrong(string member, string problem) => new ProblemException(ProblemKinds.InvalidRequest, $"The place cannot be used: {problem}.").With("parameter", member);
}
