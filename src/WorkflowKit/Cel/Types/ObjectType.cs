using WorkflowKit.Emission;

namespace WorkflowKit.CelTypes;

/// <summary>An object with named members: a .NET class of a step, or a record that is generated for a JSON Schema.</summary>
internal sealed class ObjectType : CelType
{
    private readonly Lazy<IReadOnlyList<ObjectMember>> _members;
    private readonly Lazy<Dictionary<string, ObjectMember>> _byName;

    private ObjectType(string name, Type? clr, RecordShape? shape, Func<IReadOnlyList<ObjectMember>> members) : base(CelTypeKind.Object)
    {
        (Name, Clr, Shape) = (name, clr, shape);

        // Lazily, because a class may have members of its own type.
        _members = new(members);
        _byName = new(() => Members.ToDictionary(member => member.JsonName, StringComparer.Ordinal));
    }

    public override string Name { get; }

    /// <summary>The .NET class; <see langword="null"/> of a generated record.</summary>
    public Type? Clr { get; }

    /// <summary>The generated record; <see langword="null"/> of a .NET class.</summary>
    public RecordShape? Shape { get; }

    public IReadOnlyList<ObjectMember> Members => _members.Value;

    public IEnumerable<string> MemberNames => Members.Select(member => member.JsonName);

    public override bool IsValueType => Clr?.IsValueType ?? false;

    public static ObjectType OfClass(Type clr, Func<IReadOnlyList<ObjectMember>> members) => new(clr.Name, clr, null, members);

    public static ObjectType OfRecord(RecordShape shape) => new(shape.Title, null, shape, () => shape.Members);

    public ObjectMember? Find(string jsonName) => _byName.Value.GetValueOrDefault(jsonName);

    public override Code Spell(TypeSpelling types) => Clr is null ? Code.Identifier(Shape!.CSharpName) : types.Of(Clr);
}
