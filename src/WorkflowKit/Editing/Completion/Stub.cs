using System.Globalization;
using System.Text;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions.Format;

namespace WorkflowKit.Editing.Completion;

/// <summary>A piece of JSON that stands for a value until its author writes one, and the first place to write at.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="Caret">An offset in it.</param>
internal readonly record struct Stub(string Json, int Caret)
{
    private const int MostLevels = 3;

    public static Stub EmptyText { get; } = new("\"\"", 1);

    /// <summary>A value of a member of the format.</summary>
    public static Stub Of(FormatMember member, int level = 0) => member.Kind switch
    {
        FormatKind.Integer => Whole(member.Default ?? member.Minimum.ToString(CultureInfo.InvariantCulture)),
        FormatKind.Boolean => Whole("true"),
        FormatKind.StepList or FormatKind.StepIds => new("[]", 1),
        FormatKind.Objects when level < MostLevels => Required(member.Object!, level + 1).InArray(),
        FormatKind.Object when level < MostLevels => Required(member.Object!, level + 1),
        FormatKind.Schema => new("{ \"type\": \"object\", \"properties\": {} }", 36),
        FormatKind.Objects => new("[]", 1),
        FormatKind.Object or FormatKind.ObjectsByName or FormatKind.Input or FormatKind.Template or FormatKind.Anything => new("{}", 1),
        _ => EmptyText,
    };

    /// <summary>A value of a type, with the members that it must have.</summary>
    public static Stub Of(CelType type, int level = 0) => type.WithoutNull switch
    {
        { IsNumber: true } => Whole("0"),
        { Kind: CelTypeKind.Bool } => Whole("false"),
        ListType => new("[]", 1),
        MapType => new("{}", 1),
        ObjectType known when level < MostLevels => Object(known.Members.Where(member => member.IsRequired).Select(member => (member.JsonName, Of(member.Type, level + 1)))),
        ObjectType => new("{}", 1),
        _ => EmptyText,
    };

    /// <summary>An object of these members.</summary>
    public static Stub Object(IEnumerable<(string Name, Stub Value)> members)
    {
        var json = new StringBuilder("{");
        int? caret = null;
        foreach (var (name, value) in members)
        {
            json.Append(json.Length == 1 ? " " : ", ").Append('"').Append(JsonStrings.Escape(name)).Append("\": ");
            if (caret is null && value.Caret < value.Json.Length)
                caret = json.Length + value.Caret;
            json.Append(value.Json);
        }

        json.Append(json.Length == 1 ? "}" : " }");
        return json.Length == 2 ? new("{}", 1) : new(json.ToString(), caret ?? json.Length);
    }

    private static Stub Required(FormatObject members, int level) =>
        Object(members.Members.Where(member => member.IsRequired).Select(member => (member.Name, Of(member, level))));

    private static Stub Whole(string json) => new(json, json.Length);

    private Stub InArray() => new($"[{Json}]", Caret + 1);
}
