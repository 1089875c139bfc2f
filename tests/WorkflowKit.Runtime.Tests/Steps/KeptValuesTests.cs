using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Steps;

namespace WorkflowKit.Tests.Steps;

public sealed class KeptValuesTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Fact]
    public void A_value_that_repeats_is_kept_once()
    {
        var values = Values<Order>();
        var first = new Order("A-17", 3, Colour.Red);

        values.Keep(first).ShouldBeSameAs(first);

        values.Keep(new Order("A-17", 3, Colour.Red)).ShouldBeSameAs(first);
    }

    [Fact]
    public void Another_value_is_kept_for_itself()
    {
        var values = Values<Order>();
        var (first, second) = (new Order("A-17", 3, Colour.Red), new Order("A-17", 3, Colour.Blue));

        values.Keep(first);

        values.Keep(second).ShouldBeSameAs(second);
    }

    [Fact]
    public void An_equality_written_by_hand_is_not_relied_upon()
    {
        var values = Values<Named>();
        var (first, second) = (new Named(1, "one"), new Named(1, "two"));

        values.Keep(first).ShouldBeSameAs(first);

        values.Keep(second).ShouldBeSameAs(second);
    }

    [Fact]
    public void Equal_amounts_with_other_digits_are_two_values()
    {
        var values = Values<Price>();
        var (first, second) = (new Price(1.0m), new Price(1.00m));

        values.Keep(first);

        values.Keep(second).ShouldBeSameAs(second);
    }

    [Fact]
    public void What_may_change_later_is_not_kept_typed() => Values<Mutable>().Keep(new Mutable { Number = 1 }).ShouldBeNull();

    private static KeptValues Values<T>() => new(new LastingType(typeof(T), Json.GetTypeInfo(typeof(T))));

    private enum Colour { Red, Blue }

    private sealed record Order(string Id, long Count, Colour Colour);

    private sealed record Price(decimal Amount);

    private sealed record Named(int Id, string Name)
    {
        public bool Equals(Named? other) => other?.Id == Id;

        public override int GetHashCode() => Id;
    }

    private sealed class Mutable
    {
        public int Number { get; set; }
    }
}
