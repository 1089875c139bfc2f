using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;

namespace WorkflowKit.Runtime.Tests.Definitions;

/// <summary>The table that the schema and the editors are made from says what the readers do.</summary>
public sealed class FormatTableTests
{
    private static readonly string[] ControlTypes =
        ["parallel", "switch", "forEach", "while", "repeat", "try", "wait", "input", "workflow", "set", "log", "return", "fail"];

    private static readonly FormatObject[] All = [.. Objects(WorkflowFormat.Root).Concat(WorkflowFormat.ControlSteps.SelectMany(step => Objects(step.Members))).Concat(Objects(WorkflowFormat.Activity)).Distinct()];

    private static readonly string[] Names = [.. All.SelectMany(one => one.Members).Select(member => member.Name).Append("nonsense").Distinct()];

    public static TheoryData<string> StepTypes => [.. ControlTypes, "demo.step"];

    public static TheoryData<string, string, string> InnerObjects => new()
    {
        { "options", """{ "id": "a", "steps": [], "options": $ }""", "options" },
        { "concurrency", """{ "id": "a", "steps": [], "options": { "concurrency": $ } }""", "options/concurrency" },
        { "connection", """{ "id": "a", "steps": [], "connections": { "shop": $ } }""", "connections" },
        { "retry", """{ "id": "a", "steps": [{ "id": "b", "type": "demo.step", "retry": $ }] }""", "demo.step/retry" },
        { "branch", """{ "id": "a", "steps": [{ "id": "b", "type": "parallel", "branches": [$] }] }""", "parallel/branches" },
        { "case", """{ "id": "a", "steps": [{ "id": "b", "type": "switch", "cases": [$] }] }""", "switch/cases" },
        { "catch", """{ "id": "a", "steps": [{ "id": "b", "type": "try", "steps": [], "catch": [$] }] }""", "try/catch" },
        { "form", """{ "id": "a", "steps": [{ "id": "b", "type": "input", "with": $ }] }""", "input/with" },
    };

    [Fact]
    public void The_table_has_every_control_step() =>
        WorkflowFormat.ControlSteps.Select(step => step.Type).ShouldBe(ControlTypes, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(StepTypes))]
    public void A_step_has_the_members_that_the_table_gives_it(string type)
    {
        var expected = WorkflowFormat.StepOf(type);

        var accepted = Accepted("""{ "id": "a", "steps": [$] }""", $"\"type\": \"{type}\", ");

        accepted.ShouldBe(expected.Members.Select(member => member.Name).Append("type").Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void The_document_has_the_members_that_the_table_gives_it() =>
        Accepted("$", "").ShouldBe(WorkflowFormat.Root.Members.Select(member => member.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(InnerObjects))]
    public void An_object_has_the_members_that_the_table_gives_it(string name, string around, string path)
    {
        var expected = path.Split('/').Aggregate((FormatObject?)null, Step);

        var accepted = Accepted(around, "");

        // `ui` may stand in every object; the table names it where editors use it.
        accepted.Where(one => one != "ui").ShouldBe(expected.ShouldNotBeNull(name).Members.Select(member => member.Name), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(StepTypes))]
    public void A_step_needs_the_members_that_the_table_requires(string type)
    {
        var missing = Missing("""{ "id": "a", "steps": [$] }""".Replace("$", $$"""{ "type": "{{type}}" }""", StringComparison.Ordinal));

        var required = WorkflowFormat.StepOf(type).Members.Where(member => member.IsRequired).Select(member => member.Name).Where(name => name != "type");
        missing.Where(name => !(name is "catch" or "for")).ShouldBe(required, ignoreOrder: true);
    }

    [Fact]
    public void Every_word_of_the_table_is_taken()
    {
        foreach (var (type, member) in WorkflowFormat.ControlSteps.Select(step => (step.Type, step.Members)).Append(("demo.step", WorkflowFormat.Activity))
            .SelectMany(step => step.Item2.Members, (step, member) => (step.Item1, member)))
        {
            foreach (var word in member.Words)
                Read($$"""{ "id": "a", "steps": [{ "id": "b", "type": "{{type}}", "{{member.Name}}": "{{word.Text}}" }] }""").ShouldNotContain(one => one.Code == "WK1014", word.Text);
        }
    }

    [Fact]
    public void Every_member_and_word_is_described()
    {
        All.SelectMany(one => one.Members).ShouldAllBe(member => member.Description.EndsWith('.'));
        All.SelectMany(one => one.Members).SelectMany(member => member.Words).ShouldAllBe(word => word.Description.EndsWith('.'));
    }

    private static IEnumerable<FormatObject> Objects(FormatObject one) => one.Members.Select(member => member.Object).OfType<FormatObject>().SelectMany(Objects).Prepend(one);

    private static FormatObject Step(FormatObject? at, string segment) =>
        at is null ? segment is "options" or "connections" ? WorkflowFormat.Root.Find(segment)!.Object! : WorkflowFormat.StepOf(segment) : at.Find(segment)!.Object!;

    /// <summary>The members that the reader neither calls unknown nor of no effect.</summary>
    private static IEnumerable<string> Accepted(string around, string first)
    {
        foreach (var name in Names.Where(name => name != "type" || first.Length == 0))
        {
            var text = around.Replace("$", $$"""{ {{first}}"{{name}}": null }""", StringComparison.Ordinal);
            if (!Read(text).Any(one => (one.Code is "WK1006" or "WK1023") && one.Message.Contains($"`{name}`", StringComparison.Ordinal)))
                yield return name;
        }

        if (first.Length > 0)
            yield return "type";
    }

    private static List<string> Missing(string text) =>
        [.. Read(text).Where(one => one.Code == "WK1007" && one.Pointer == "/steps/0").Select(one => one.Message.Split('`')[^2])];

    private static IReadOnlyList<WorkflowKit.Diagnostics.Diagnostic> Read(string text) => WorkflowReader.Read(new SourceText(text, "a.workflow.json")).Diagnostics;
}
