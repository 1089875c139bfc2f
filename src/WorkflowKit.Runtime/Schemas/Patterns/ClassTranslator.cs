namespace WorkflowKit.Schemas.Patterns;

/// <summary>Reads character classes and class escapes of ECMA-262 patterns as sets of code points.</summary>
internal static class ClassTranslator
{
    /// <summary>A class escape (<c>\d</c>, <c>\p{L}</c> ...), after its backslash; <see langword="null"/> where it is none.</summary>
    public static CodePointSet? TakeEscape(PatternReader reader)
    {
        var mark = reader.Current;
        CodePointSet? set = mark switch
        {
            'd' or 'D' => CodePointSet.Digits,
            'w' or 'W' => CodePointSet.WordCharacters,
            's' or 'S' => CodePointSet.WhiteSpace,
            _ => null,
        };
        if (set is not null)
            reader.Take(mark);
        else if (reader.Take('p') || reader.Take('P'))
            set = TakeProperty(reader);

        return set is null || char.IsLower(mark) ? set : set.Complement();
    }

    /// <summary>A class after its <c>[</c>, up to and with its <c>]</c>.</summary>
    public static CodePointSet TakeClass(PatternReader reader)
    {
        var negated = reader.Take('^');
        var ranges = new List<(int, int)>();
        while (!reader.Take(']'))
        {
            var (first, set) = TakeAtom(reader);
            if (reader.Current == '-' && !reader.LooksAt("-]"))
            {
                reader.Take('-');
                var (last, lastSet) = TakeAtom(reader);
                if (set is not null || lastSet is not null)
                    throw reader.Error("a range cannot begin or end with a class like '\\d'");
                if (last < first)
                    throw reader.Error("a range in a character class is out of order");
                ranges.Add((first, last));
            }
            else if (set is null)
            {
                ranges.Add((first, first));
            }
            else
            {
                ranges.AddRange(set.Ranges);
            }
        }

        var all = CodePointSet.Of(ranges);
        return negated ? all.Complement() : all;
    }

    private static (int CodePoint, CodePointSet? Set) TakeAtom(PatternReader reader)
    {
        if (reader.AtEnd)
            throw reader.Error("']' is missing");
        if (!reader.Take('\\'))
            return (reader.TakeCodePoint(), null);
        if (reader.Take('b'))
            return ('\b', null);
        if (TakeEscape(reader) is { } set)
            return (0, set);

        return (reader.TakeCharacterEscape() ?? throw reader.Error($"'\\{reader.Current}' is no escape"), null);
    }

    private static CodePointSet TakeProperty(PatternReader reader)
    {
        reader.Expect('{');
        var name = reader.TakeUntil('}');
        if (name.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
            return UnicodeCategories.Find(name) ?? UnicodeTables.FindProperty(name) ?? throw Unknown(reader, name, isValid: UnicodeTables.IsUnknown(name));

        var value = name[(equals + 1)..];
        return name[..equals] switch
        {
            "General_Category" or "gc" => UnicodeCategories.FindCategory(value) ?? throw Unknown(reader, name, isValid: false),
            "Script" or "sc" => UnicodeTables.FindScript(value) ?? throw Unknown(reader, name, isValid: false),
            "Script_Extensions" or "scx" => throw Unknown(reader, name, isValid: UnicodeTables.FindScript(value) is not null),
            _ => throw Unknown(reader, name, isValid: false),
        };
    }

    private static PatternException Unknown(PatternReader reader, string name, bool isValid) => isValid
        ? new($"the Unicode property '{name}' is not supported; name ranges of characters instead", isUnsupported: true)
        : reader.Error($"'{name}' is no known Unicode property");
}
