namespace WorkflowKit.Expressions.Catalogue;

internal static class ListFunctions
{
    public static readonly CelFunction[] All =
    [
        new("list(A).slice(int, int) -> list(A)", nameof(Cel.Slice), "The items from a position to before another."),
        new("list(list(A)).flatten() -> list(A)", nameof(Cel.Flatten), "The items of the lists in the list; items that are no lists stay."),
        new("list(dyn).flatten() -> list(dyn)", nameof(Cel.Flatten), "The items of the lists in the list; items that are no lists stay."),
        new("list(dyn).flatten(int) -> list(dyn)", nameof(Cel.Flatten), "The same so many levels deep."),
        new("lists.range(int) -> list(int)", nameof(Cel.ListsRange), "The numbers from 0 to before the given one."),
        new("list(A).distinct() -> list(A)", nameof(Cel.Distinct), "The items without repetitions, in the order of their first occurrence."),
        new("list(A).sort() -> list(A)", nameof(Cel.Sort), "The items in order: all numbers, texts, bools, timestamps, durations or bytes."),
        new("list(A).reverse() -> list(A)", nameof(Cel.Reverse), "The items from the last to the first."),
        new("list(dyn).first() -> optional(dyn)", nameof(Cel.First), "The first item, if there is one."),
        new("list(dyn).last() -> optional(dyn)", nameof(Cel.Last), "The last item, if there is one."),
        new("sets.contains(list(A), list(A)) -> bool", nameof(Cel.SetsContains), "Whether each item of the second list is in the first."),
        new("sets.equivalent(list(A), list(A)) -> bool", nameof(Cel.SetsEquivalent), "Whether each list contains all items of the other."),
        new("sets.intersects(list(A), list(A)) -> bool", nameof(Cel.SetsIntersects), "Whether the lists have an item in common."),
    ];
}
