using System.Globalization;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Reads the members of one object and reports what is wrong with them. The members it was asked for are the legal ones.</summary>
/// <param name="value">The object.</param>
/// <param name="owner">What it is, at the head of a sentence: <c>A `forEach` step</c>.</param>
/// <param name="context">What the readers share.</param>
internal sealed class MemberReader(SourceValue value, string owner, DefinitionReadContext context)
{
    // Room for those of a step.
    private readonly List<string> _legal = new(24);
    private List<(string Name, string Example, DiagnosticFix? Fix)>? _missing;

    public SourceValue Source => value;

    private DiagnosticBag Bag => context.Bag;

    /// <summary>The member's value, whatever it is.</summary>
    public SourceValue? Any(string name)
    {
        _legal.Add(name);
        return value[name];
    }

    /// <summary>The member's value where it is of the right kind; what is of another kind is reported.</summary>
    public SourceValue? OfKind(string name, SourceValueKind kind, string expected, Func<SourceValue, DiagnosticFix?>? mending = null)
    {
        var found = Any(name);
        if (found is null || found.Kind == kind)
            return found;
        var fix = mending?.Invoke(found);
        Bag.Add(DefinitionDiagnostics.WrongType.At(
            found.Pointer, found.Span, [$"`{name}`", expected, JsonKinds.Describe(found)], fix is null ? null : $"{fix.Title}.") with { Fix = fix });
        return null;
    }

    /// <summary>A text that is not empty; <see langword="null"/> where there is none.</summary>
    public SourceValue? NamedText(string name)
    {
        var found = OfKind(name, SourceValueKind.String, "a string");
        if (found is null || found.Text.AsSpan().Trim().Length > 0)
            return found;
        Bag.Report(DefinitionDiagnostics.Empty, found, $"`{name}`", "a text");
        return null;
    }

    public string? Text(string name) => OfKind(name, SourceValueKind.String, "a string", InQuotes)?.Text;

    public SourceValue? Template(string name)
    {
        var found = Any(name);
        if (found is not null)
            new TemplateLimits(context, name, "A text in ").Check(found);
        return found;
    }

    public SourceValue? TextTemplate(string name)
    {
        var found = OfKind(name, SourceValueKind.String, "a string", InQuotes);
        if (found is not null)
            new TemplateLimits(context, name, "").Check(found);
        return found;
    }

    public SourceValue? Expression(string name)
    {
        var found = OfKind(name, SourceValueKind.String, "a string that holds an expression", AsExpression);
        return found is null ? null : new ExpressionText(context).Check(name, found, value);
    }

    /// <summary>A duration, or an expression that gives one.</summary>
    public SourceValue? DurationOrExpression(string name)
    {
        var found = OfKind(name, SourceValueKind.String, "a duration such as `\"PT30S\"`, or an expression, as a string", Seconds);
        return found is null ? null : new ExpressionText(context).Check(name, found, value);
    }

    public TimeSpan? Duration(string name, bool allowZero, out SourceValue? source)
    {
        source = OfKind(name, SourceValueKind.String, "a duration as a string, such as `\"PT30S\"`", Seconds);
        if (source is null)
            return null;
        if (IsoDuration.Read(source.Text, out var duration) is { } problem)
        {
            var guess = DurationGuess.Of(source.Text) is { } meant ? DidYouMean.For(meant) : null;
            Bag.ReportWithHint(DefinitionDiagnostics.BadDuration, source, guess, DefinitionDiagnostics.Shorten(source.Text), problem);
            return null;
        }

        if (duration > TimeSpan.Zero || allowZero)
            return duration;
        Bag.Report(DefinitionDiagnostics.OutOfRange, source, $"`{name}`", "longer than nothing", source.Text);
        return null;
    }

    public int? Integer(string name, int least, int most)
    {
        var found = OfKind(name, SourceValueKind.Number, "a number", text => Bare(text, long.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
        if (found is null)
            return null;
        if (decimal.TryParse(found.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number >= least && number <= most)
        {
            return (int)number;
        }

        var range = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least:N0} to {most:N0}");
        Bag.Report(DefinitionDiagnostics.OutOfRange, found, $"`{name}`", range, DefinitionDiagnostics.Shorten(found.Text));
        return null;
    }

    public bool? Boolean(string name) => OfKind(name, SourceValueKind.Boolean, "`true` or `false`", text => Bare(text, text.Text is "true" or "false")) is { } found ? found.Text == "true" : null;

    /// <summary>The place of the member's text in a list of words; <see langword="null"/> where it is none of them.</summary>
    public int? Word(string name, params string[] words)
    {
        var found = Any(name);
        if (found is null)
            return null;
        if (found.Kind != SourceValueKind.String)
        {
            Bag.Report(DefinitionDiagnostics.WrongType, found, $"`{name}`", $"a string, one of {Words.List(words)}", JsonKinds.Describe(found));
            return null;
        }

        var index = Array.IndexOf(words, found.Text);
        if (index >= 0)
            return index;
        Bag.ReportWithHint(DefinitionDiagnostics.UnknownValue, found, Meant(found.Text, words), DefinitionDiagnostics.Shorten(found.Text), $"`{name}`", Words.List(words));
        return null;
    }

    public IReadOnlyList<SourceValue>? Items(string name, string expected) => OfKind(name, SourceValueKind.Array, expected, InBrackets)?.Items;

    /// <summary>One thing where a list of things belongs.</summary>
    public DiagnosticFix? InBrackets(SourceValue found) =>
        found.Kind is SourceValueKind.Object or SourceValueKind.String && found.IsComplete ? SourceEdits.Surround(context.Source, found, "[", "]") : null;

    /// <summary>The member or word that is meant by one that there is not.</summary>
    public static Hint? Meant(string written, IReadOnlyList<string> all) =>
        ForeignWords.Of(written, all) is { } own ? DidYouMean.For(own) : DidYouMean.Hint(written, all);

    // A number without its unit is mostly seconds; a large one may be milliseconds.
    private static DiagnosticFix? Seconds(SourceValue found) =>
        found.Kind == SourceValueKind.Number && int.TryParse(found.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1000
            ? DiagnosticFix.Replace(found.Span, $"\"PT{found.Text}S\"")
            : null;

    // A list or a map of constants is the same as an expression.
    private static DiagnosticFix? AsExpression(SourceValue found) => found.Kind is SourceValueKind.Array or SourceValueKind.Object && found.IsComplete
        ? found.ToJson() is var json && !json.Contains("${{", StringComparison.Ordinal) ? DiagnosticFix.Replace(found.Span, JsonText.Quote(json)) : null
        : InQuotes(found);

    private static DiagnosticFix? InQuotes(SourceValue literal) =>
        literal.Kind is SourceValueKind.Boolean or SourceValueKind.Number ? DiagnosticFix.Replace(literal.Span, $"\"{literal.Text}\"") : null;

    private static DiagnosticFix? Bare(SourceValue text, bool isMeant) =>
        isMeant && text.Kind == SourceValueKind.String ? DiagnosticFix.Replace(text.Span, text.Text) : null;

    /// <summary>Whether a member is missing, and no syntax error may have cut it off.</summary>
    public bool Lacks(string name) => value.IsComplete && value[name] is null;

    /// <summary>Takes note of a member that is missing; <see cref="Finish"/> reports it.</summary>
    public void Require(string name, string example, Func<DiagnosticFix?>? mending = null)
    {
        if (Lacks(name))
            (_missing ??= []).Add((name, example, mending?.Invoke()));
    }

    /// <summary>The value, or in its place one that stands for what was reported; later stages leave values that are no strings alone.</summary>
    public SourceValue OrReported(SourceValue? found) => found ?? new(SourceValueKind.Null, value.Span, value.Path);

    /// <summary>Reports the members that nobody asked for, and those that are missing; where one is meant by the other, once.</summary>
    /// <param name="knowsAll">Whether all members were asked for that the object may have.</param>
    public void Finish(bool knowsAll = true)
    {
        if (knowsAll)
            ReportStrangers();
        foreach (var (name, example, fix) in _missing ?? [])
            Bag.ReportWithFix(DefinitionDiagnostics.MissingMember, value, fix, name, owner, example);
    }

    private void ReportStrangers()
    {
        List<string>? absent = null;
        for (var i = 0; i < value.Members.Count; i++)
        {
            var member = value.Members[i];
            if (_legal.Contains(member.Name) || member.Name == "ui" || member.Name.StartsWith("x-", StringComparison.Ordinal))
                continue;
            absent ??= [.. _legal.Where(name => value[name] is null)];
            var meant = Meant(member.Name, absent);
            _missing?.RemoveAll(one => one.Name == meant?.Replacement);
            Bag.ReportWithHint(DefinitionDiagnostics.UnknownMember, member, meant, DefinitionDiagnostics.Shorten(member.Name), owner);
        }
    }
}
