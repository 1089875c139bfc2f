using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>What other languages call the values and functions of CEL.</summary>
internal static class ForeignNames
{
    /// <summary>The function that is meant; <see langword="null"/>: the name is none of another language.</summary>
    public static Hint? Function(string name) => name switch
    {
        "length" or "len" or "count" => DidYouMean.For("size"),
        "toLowerCase" or "toLower" or "lower" or "LOWER" or "ToLower" => DidYouMean.For("lowerAscii"),
        "toUpperCase" or "toUpper" or "upper" or "UPPER" or "ToUpper" => DidYouMean.For("upperAscii"),
        "includes" or "has_key" or "hasKey" => DidYouMean.For("contains"),
        "some" or "any" or "Any" => DidYouMean.For("exists"),
        "every" or "All" => DidYouMean.For("all"),
        "where" or "Where" => DidYouMean.For("filter"),
        "select" or "Select" or "collect" => DidYouMean.For("map"),
        "find" or "first" or "First" => "Write `list.filter(item, item.total > 10).first()`; its value is optional.",
        "forEach" => "An expression gives a value: `list.map(item, item.name)`; steps for each item stand in a `forEach` step.",
        "reduce" or "sum" or "fold" => "CEL has no sum of a list; a step of the host can work it out.",
        "toString" or "str" or "String" or "ToString" => "Write `string(value)`.",
        "toFixed" or "toLocaleString" => "Write `'%.2f'.format([value])` for two digits behind the point.",
        "parseInt" or "Number" => DidYouMean.For("int"),
        "parseFloat" or "float" => DidYouMean.For("double"),
        "now" or "NOW" or "today" or "Date" => "Expressions have no clock; `execution.startedAt` is when the run began.",
        "not" or "NOT" => new("Write `!` for \"not\".") { Replacement = "!" },
        "and" or "AND" => "Write `&&` for \"and\".",
        "or" or "OR" => "Write `||` for \"or\".",
        "if" or "IF" or "iif" or "IIF" => "A condition is written `condition ? value : otherValue`.",
        _ => null,
    };

    /// <summary>The value that is meant.</summary>
    public static Hint? Value(string name) => name switch
    {
        "True" or "TRUE" or "False" or "FALSE" or "Null" or "NULL" => DidYouMean.For(name.ToLowerInvariant()),
        "undefined" or "None" or "nil" or "nothing" or "Nothing" => DidYouMean.For("null"),
        _ => null,
    };
}
