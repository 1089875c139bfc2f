namespace WorkflowKit.Expressions.Catalogue;

internal static class OptionalFunctions
{
    public static readonly CelFunction[] All =
    [
        new("optional.of(dyn) -> optional(dyn)", nameof(Cel.OptionalOf), "A value that is there."),
        new("optional.ofNonZeroValue(dyn) -> optional(dyn)", nameof(Cel.OptionalOfNonZeroValue), "The value, unless it is null, false, zero or empty."),
        new("optional.none() -> optional(dyn)", nameof(Cel.OptionalNone), "A value that is absent."),
        new("optional.unwrap(list(optional(dyn))) -> list(dyn)", nameof(Cel.OptionalUnwrap), "The values that are there."),
        new("list(optional(dyn)).unwrapOpt() -> list(dyn)", nameof(Cel.OptionalUnwrap), "The values that are there."),
        new("optional(dyn).hasValue() -> bool", nameof(Cel.HasValue), "Whether the value is there."),
        new("optional(dyn).value() -> dyn", nameof(Cel.Value), "The value; an error if it is absent."),
        new("optional(dyn).or(optional(dyn)) -> optional(dyn)", nameof(Cel.OptionalOr), "This value, or the other if it is absent."),
        new("optional(dyn).orValue(dyn) -> dyn", nameof(Cel.OrValue), "The value, or the given one if it is absent."),
    ];
}
