using System.Text.Json;

namespace WorkflowKit.Schemas.Model;

/// <summary>One keyword of a schema, or a few that only make sense together. Immutable once its schema is compiled.</summary>
internal abstract class SchemaKeyword
{
    /// <summary>The schemas that this keyword applies to the same value.</summary>
    public virtual IReadOnlyList<SchemaNode> InPlace => [];

    /// <summary>Whether <see cref="InPlace"/> holds always, not only where a condition is met.</summary>
    public virtual bool IsUnconditional => false;

    public abstract bool Check(JsonElement instance, ref ValidationRun run);

    /// <summary>Whether this keyword, in a schema that the value satisfies, has looked at a member: what <c>unevaluatedProperties</c> wants to know.</summary>
    public virtual bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run) => false;

    /// <summary>The same of an item, for <c>unevaluatedItems</c>.</summary>
    public virtual bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run) => false;

    /// <summary>Adds the schemas that this keyword applies to a member.</summary>
    public virtual void AddMemberNodes(string name, List<SchemaNode> nodes)
    {
    }

    /// <summary>Adds the schemas that this keyword applies to an item.</summary>
    public virtual void AddItemNodes(int index, List<SchemaNode> nodes)
    {
    }
}
