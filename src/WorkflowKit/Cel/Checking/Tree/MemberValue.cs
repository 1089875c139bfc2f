using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>What a member is set to.</summary>
internal readonly record struct MemberValue(ObjectMember Member, CheckedNode Value);
