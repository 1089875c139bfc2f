using WorkflowKit.Expressions;

namespace WorkflowKit.CelChecking;

/// <summary>The forms of text that stand for values that JSON has no form of its own for.</summary>
internal static class TextForms
{
    private static readonly Dictionary<Type, (string Form, Action<CelValue> Read)> Forms = new()
    {
        [typeof(Guid)] = ("a GUID", value => Cel.ToGuid(value, "")),
        [typeof(Uri)] = ("a URI", value => Cel.ToUri(value, "")),
        [typeof(char)] = ("one character", value => Cel.ToChar(value, "")),
        [typeof(DateOnly)] = ("a date such as `2026-02-28`", value => Cel.ToDateOnly(value, "")),
        [typeof(TimeOnly)] = ("a time such as `13:30`", value => Cel.ToTimeOnly(value, "")),
        [typeof(DateTimeOffset)] = ("a time such as `2026-02-28T13:30:00Z`", value => Cel.ToDateTimeOffset(value, "")),
        [typeof(DateTime)] = ("a time such as `2026-02-28T13:30:00Z`", value => Cel.ToDateTime(value, "")),
        [typeof(TimeSpan)] = ("a duration such as `PT1H30M`", value => Cel.ToTimeSpan(value, "")),
        [typeof(byte[])] = ("base64 text", value => Cel.ToByteArray(value, "")),
    };

    /// <summary>What the text should have been for a .NET type; <see langword="null"/>: it is fine.</summary>
    public static string? Expected(string text, Type clr)
    {
        if (!Forms.TryGetValue(clr, out var form))
            return null;
        try
        {
            form.Read(Cel.Of(text));
            return null;
        }
        catch (CelException)
        {
            return form.Form;
        }
    }
}
