using System.Text.Json.Serialization;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Tests.CelTests.Types;

public sealed class ClrTypeReaderTests
{
    [Theory]
    [InlineData(typeof(int), "int")]
    [InlineData(typeof(byte), "int")]
    [InlineData(typeof(ulong), "uint")]
    [InlineData(typeof(decimal), "double")]
    [InlineData(typeof(float), "double")]
    [InlineData(typeof(Guid), "string")]
    [InlineData(typeof(DayOfWeek), "string")]
    [InlineData(typeof(byte[]), "bytes")]
    [InlineData(typeof(DateTime), "timestamp")]
    [InlineData(typeof(TimeSpan), "duration")]
    [InlineData(typeof(object), "dyn")]
    [InlineData(typeof(int?), "int or null")]
    [InlineData(typeof(List<int>), "list(int)")]
    [InlineData(typeof(int[][]), "list(list(int))")]
    [InlineData(typeof(IEnumerable<string>), "list(string)")]
    [InlineData(typeof(Dictionary<string, List<bool>>), "map(string, list(bool))")]
    [InlineData(typeof(Dictionary<Guid, int>), "dyn")]
    [InlineData(typeof(System.Text.Json.Nodes.JsonArray), "dyn")]
    public void A_net_type_is_a_type_of_CEL(Type clr, string name) => new ClrTypeReader().Read(clr).Name.ShouldBe(name);

    [Fact]
    public void Members_have_the_names_and_types_of_their_JSON() =>
        Members(typeof(Mail)).ShouldBe(
        [
            "to: string!", "subject: string", "tags: list(string)", "cc: list(string)", "amounts: map(string, double)", "status: string", "urgency: string",
            "id: string or null", "wait: duration", "at: timestamp or null", "body: dyn", "anything: dyn", "node: dyn", "url: string or null", "level: int",
            "line: Line or null", "lines: list(Line)", "numbers: list(int)", "reply-to: string or null",
        ]);

    [Fact]
    public void A_class_may_have_members_of_its_own_type_and_nullable_items()
    {
        Members(typeof(Tree)).ShouldBe(["value: int!", "left: Tree or null", "children: list(Tree)", "names: list(string or null)", "byName: map(string, Tree or null)"]);
        ((ObjectType)new ClrTypeReader().Read(typeof(Tree))).Find("left")!.Type.WithoutNull.ShouldBeOfType<ObjectType>().Find("value").ShouldNotBeNull();
    }

    [Fact]
    public void A_derived_class_shows_the_members_of_its_base_first_and_a_hidden_one_once() =>
        Members(typeof(Derived)).ShouldBe(["id: int", "name: int", "extra: string or null"]);

    private static IEnumerable<string> Members(Type clr) =>
        ((ObjectType)new ClrTypeReader().Read(clr)).Members.Select(member => $"{member.JsonName}: {member.Type.Name}{(member.IsRequired ? "!" : "")}");

    public sealed record Tree([property: JsonRequired] int Value, Tree? Left)
    {
        public List<Tree> Children { get; init; } = [];

        public List<string?> Names { get; init; } = [];

        public Dictionary<string, Tree?> ByName { get; init; } = [];

        public int this[int index] => index;

        public int WriteOnly
        {
            set => _ = value;
        }
    }

    public class Base
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";
    }

    public sealed class Derived : Base
    {
        public new int Name { get; set; }

        public string? Extra { get; set; }
    }
}
