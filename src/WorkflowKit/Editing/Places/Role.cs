using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Editing.Keywords;

namespace WorkflowKit.Editing.Places;

/// <summary>What one value of a definition is to the format, so that the members and values that fit there are known.</summary>
/// <param name="Kind">What it is.</param>
internal sealed record Role(RoleKind Kind)
{
    private static readonly Role Unknown = new(RoleKind.Unknown);

    public static Role Root { get; } = new(RoleKind.Object) { Members = WorkflowFormat.Root };

    /// <summary>The member whose value it is, where the format has a word about it.</summary>
    public FormatMember? Member { get; init; }

    /// <summary>The members of an object with fixed ones, and of the objects in a list or by name.</summary>
    public FormatObject? Members { get; init; }

    /// <summary>The keyword of a JSON Schema whose value it is.</summary>
    public SchemaWord? Keyword { get; init; }

    /// <summary>The object that a schema's keyword stands in.</summary>
    public SourceValue? Owner { get; init; }

    /// <summary>The role of a member's value.</summary>
    /// <param name="container">The object.</param>
    /// <param name="name">The member.</param>
    public Role Enter(SourceValue container, string name) => Kind switch
    {
        RoleKind.Object => Of(Members?.Find(name)),
        RoleKind.Step => Of(MembersOf(container).Find(name)),
        RoleKind.ObjectsByName => new(RoleKind.Object) { Members = Members },
        RoleKind.Template => this,
        RoleKind.Schema => OfKeyword(SchemaWords.Find(name), container),
        RoleKind.SchemasByName => new(RoleKind.Schema),
        _ => Unknown,
    };

    /// <summary>The role of an array's items.</summary>
    public Role Item() => Kind switch
    {
        RoleKind.Steps => new(RoleKind.Step),
        RoleKind.Objects => new(RoleKind.Object) { Members = Members },
        RoleKind.Template or RoleKind.Keyword => this,
        RoleKind.Plain when Member?.Kind == FormatKind.StepIds => this,
        RoleKind.Schemas => new(RoleKind.Schema),
        _ => Unknown,
    };

    /// <summary>The members that an object of this role has; <see langword="null"/> where its author names them.</summary>
    public FormatObject? MembersAt(SourceValue container) => Kind switch
    {
        RoleKind.Object => Members,
        RoleKind.Step => MembersOf(container),
        _ => null,
    };

    private static FormatObject MembersOf(SourceValue step) => WorkflowFormat.StepOf(step["type"]?.Text ?? "");

    private static Role Of(FormatMember? member) => member?.Kind switch
    {
        null or FormatKind.Anything => Unknown,
        FormatKind.StepList => new(RoleKind.Steps) { Member = member },
        FormatKind.Object => new(RoleKind.Object) { Member = member, Members = member.Object },
        FormatKind.Objects => new(RoleKind.Objects) { Member = member, Members = member.Object },
        FormatKind.ObjectsByName => new(RoleKind.ObjectsByName) { Member = member, Members = member.Object },
        FormatKind.Template or FormatKind.TextTemplate or FormatKind.Input => new(RoleKind.Template) { Member = member },
        FormatKind.Schema => new(RoleKind.Schema) { Member = member },
        _ => new(RoleKind.Plain) { Member = member },
    };

    private static Role OfKeyword(SchemaWord? word, SourceValue owner) => word?.Shape switch
    {
        null => Unknown,
        SchemaWordShape.Schema => new(RoleKind.Schema) { Keyword = word, Owner = owner },
        SchemaWordShape.SchemaList => new(RoleKind.Schemas) { Keyword = word, Owner = owner },
        SchemaWordShape.SchemasByName => new(RoleKind.SchemasByName) { Keyword = word, Owner = owner },
        _ => new(RoleKind.Keyword) { Keyword = word, Owner = owner },
    };
}
