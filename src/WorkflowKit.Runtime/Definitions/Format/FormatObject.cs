namespace WorkflowKit.Definitions.Format;

/// <summary>The members of one kind of object, in the order in which they are usually written.</summary>
/// <param name="Members">The members; besides them every object may have <c>ui</c> and members that begin with <c>x-</c>.</param>
internal sealed record FormatObject(params IReadOnlyList<FormatMember> Members)
{
    public FormatMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}
