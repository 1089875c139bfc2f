using WorkflowKit.CelTypes;

namespace WorkflowKit.Editing.Functions;

/// <summary>The macros of expressions.</summary>
internal static class Macros
{
    public static Macro Has { get; } = new("has", "has(value.member) -> bool", "", "Whether a member is there.");

    public static Macro Bind { get; } = new("bind", "cel.bind(name, value, expression)", "", "Gives a value a name for the length of an expression.");

    public static IReadOnlyList<Macro> OnLists { get; } =
    [
        new("all", "list.all(item, condition) -> bool", "item, ", "Whether every item satisfies a condition."),
        new("exists", "list.exists(item, condition) -> bool", "item, ", "Whether some item satisfies a condition."),
        new("exists_one", "list.exists_one(item, condition) -> bool", "item, ", "Whether exactly one item satisfies a condition."),
        new("filter", "list.filter(item, condition) -> list", "item, ", "The items that satisfy a condition."),
        new("map", "list.map(item, expression) -> list", "item, ", "What becomes of every item; with a condition before the expression, of those that satisfy it."),
        new("sortBy", "list.sortBy(item, key) -> list", "item, ", "The items in the order of a key."),
        new("transformList", "list.transformList(index, item, expression) -> list", "index, item, ", "What becomes of every item, its index at hand."),
        new("transformMap", "map.transformMap(key, value, expression) -> map", "key, value, ", "The same keys with other values."),
        new("transformMapEntry", "map.transformMapEntry(key, value, entries) -> map", "key, value, ", "A map of the entries that each key and value give."),
    ];

    public static IReadOnlyList<Macro> OnOptionals { get; } =
    [
        new("optMap", "optional.optMap(value, expression) -> optional", "value, ", "What becomes of the value, if it is there."),
        new("optFlatMap", "optional.optFlatMap(value, expression) -> optional", "value, ", "The same where the expression gives an optional itself."),
    ];

    /// <summary>The macros that can be called on a value.</summary>
    public static IReadOnlyList<Macro> On(CelType receiver) => receiver.WithoutNull switch
    {
        OptionalType => OnOptionals,
        ListType or MapType or ObjectType => OnLists,
        { IsDynamic: true } => OnLists,
        _ => [],
    };

    /// <summary>A macro by its name; <see langword="null"/>: there is none.</summary>
    public static Macro? Find(string name, bool isMember) => isMember
        ? OnLists.Concat(OnOptionals).FirstOrDefault(macro => macro.Name == (name == "existsOne" ? "exists_one" : name))
        : name == "has" ? Has : null;
}
