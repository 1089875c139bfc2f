namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Grows expressions that are well-typed at their place; few and plain, since expressions have a fuzzing of their own.</summary>
internal sealed class ExpressionGrower(Random random)
{
    public string Of(string type, Growth place, int depth = 0)
    {
        var sources = Sources(type, place).ToList();
        if (sources.Count > 0 && random.Next(3) > 0)
            return sources[random.Next(sources.Count)];
        return depth > 2 ? Literal(type) : random.Next(4) switch
        {
            0 => Literal(type),
            1 => $"({Of("bool", place, depth + 1)} ? {Of(type, place, depth + 1)} : {Of(type, place, depth + 1)})",
            _ => Compound(type, place, depth + 1),
        };
    }

    private IEnumerable<string> Sources(string type, Growth place)
    {
        // Ids that are words of CEL can only be read by index.
        foreach (var step in place.Steps.Where(step => step.Id is not ("null" or "true" or "false" or "in")))
        {
            if (step.Type == type)
                yield return step.MayBeAbsent ? $"steps.?{step.Id}.?output{step.Member.Replace(".", ".?", StringComparison.Ordinal)}.orValue({(type == "dyn" ? "null" : Literal(type))})" : $"steps.{step.Id}.output{step.Member}";
            if (type == "bool")
                yield return $"steps.{step.Id}.status == 'completed'";
            if (type == "bool" && step is { MayBeAbsent: true, Type: not null })
                yield return $"has(steps.{step.Id}.output)";
        }

        string[] names = type switch
        {
            "string" => ["inputs.word", "execution.id", "execution.workflowId"],
            "int" => ["inputs.number"],
            "bool" => ["inputs.flag"],
            "list" => ["inputs.numbers"],
            _ => ["inputs", "inputs.anything", .. place.Items],
        };
        foreach (var name in names)
            yield return name;
        if (place.HasError && type == "string")
            yield return "error.message";
        if (place.Items.Count > 0 && type == "int")
            yield return "index";
    }

    private string Compound(string type, Growth place, int depth) => type switch
    {
        "string" => random.Next(3) switch
        {
            0 => $"{Of("string", place, depth)} + {Of("string", place, depth)}",
            1 => $"string({Of("int", place, depth)})",
            _ => $"{Of("string", place, depth)}.upperAscii()",
        },
        "int" => random.Next(3) switch
        {
            0 => $"({Of("int", place, depth)} + {random.Next(9)})",
            1 => $"size({Of("string", place, depth)})",
            _ => $"({Of("int", place, depth)} % {random.Next(1, 9)})",
        },
        "bool" => random.Next(5) switch
        {
            0 => $"{Of("int", place, depth)} < {Of("int", place, depth)}",
            1 => $"{Of("string", place, depth)} == {Of("string", place, depth)}",
            2 => $"({Of("bool", place, depth)} && {Of("bool", place, depth)})",
            3 => $"({Of("bool", place, depth)} || {Of("bool", place, depth)})",
            _ => $"!({Of("bool", place, depth)})",
        },
        "list" => random.Next(2) == 0
            ? $"[{Of("int", place, depth)}, {Of("int", place, depth)}]"
            : $"{Of("list", place, depth)}.map(x, x + 1)",
        _ => random.Next(3) switch
        {
            0 => $"{{'a': {Of("string", place, depth)}, {Quoted(HostileText.Text(random))}: {Of("int", place, depth)}}}",
            1 => Of("list", place, depth),
            _ => Of("string", place, depth),
        },
    };

    private string Literal(string type) => type switch
    {
        "string" => random.Next(3) == 0 ? Quoted(HostileText.Text(random)) : "'x'",
        "int" => random.Next(8) switch { 0 => "9223372036854775807", 1 => "-9223372036854775808", 2 => "0x7f", _ => random.Next(-9, 99).ToString(System.Globalization.CultureInfo.InvariantCulture) },
        "bool" => random.Next(2) == 0 ? "true" : "false",
        "list" => random.Next(3) switch { 0 => "[]", 1 => "[1, 2, 3]", _ => "[0]" },
        _ => random.Next(4) switch { 0 => "null", 1 => "1.5", 2 => "{}", _ => "[]" },
    };

    /// <summary>A text as CEL writes it.</summary>
    public static string Quoted(string text)
    {
        var quoted = new System.Text.StringBuilder("'");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '\'' => "\\'",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                0 => "\\x00",
                _ => rune.ToString(),
            });
        }

        return quoted.Append('\'').ToString();
    }
}
