using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores;

public sealed class TimeOrderedIdsTests
{
    private readonly TimeOrderedIds _ids = new();

    [Fact]
    public void Executions_of_one_millisecond_stand_together_and_those_of_the_next_beside_them()
    {
        var now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        var places = Enumerable.Range(0, 3).Select(millisecond =>
            Enumerable.Range(0, 50).Select(_ => _ids.GetHashCode(Guid.CreateVersion7(now.AddMilliseconds(millisecond)).ToString())).ToList()).ToList();

        places.ShouldAllBe(together => together.Max() - together.Min() < 256 && together.Distinct().Count() > 20);
        (places[1].Min() / 256).ShouldBe(places[0].Min() / 256 + 1);
        (places[2].Min() / 256).ShouldBe(places[1].Min() / 256 + 1);
    }

    [Theory]
    [InlineData("0199d2a0-0000-7000-8000-000000000001", "0199D2A0-0000-7000-8000-000000000001")]
    [InlineData("an id of somebody else, 36 characters", "an id of somebody else, 36 letters..")]
    [InlineData("a", "b")]
    [InlineData("", "b")]
    public void Ids_of_any_form_are_told_apart_letter_by_letter(string one, string other)
    {
        var table = new Dictionary<string, int>(_ids) { [one] = 1, [other] = 2 };

        table[string.Concat(one)].ShouldBe(1);
        table[string.Concat(other)].ShouldBe(2);
    }
}
