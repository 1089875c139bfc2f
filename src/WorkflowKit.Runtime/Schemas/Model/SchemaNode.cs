using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Model;

/// <summary>One compiled schema. Made empty and filled later, because schemas refer to each other in circles.</summary>
internal sealed class SchemaNode(string pointer)
{
    /// <summary>JSON Pointer within the document that it was read from.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>Whether this is the schema <c>false</c>, which no value satisfies.</summary>
    public bool IsNever { get; set; }

    public SchemaKeyword[] Keywords { get; set; } = [];

    /// <summary>What an absent member of this schema becomes; <see langword="null"/> where the schema does not say.</summary>
    public JsonElement? Default { get; set; }

    /// <summary>What people call the value; <see langword="null"/> where the schema does not say.</summary>
    public string? Title { get; set; }

    /// <summary>Whether the value must not reach a log: <c>writeOnly</c> or <c>format: password</c>.</summary>
    public bool IsSecret { get; set; }

    /// <summary>Whether one of the keywords looks at a member of a value that satisfies this schema.</summary>
    public bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run, SchemaKeyword? except = null)
    {
        var evaluates = false;
        if (run.Enter())
        {
            foreach (var keyword in Keywords)
                evaluates = evaluates || (keyword != except && keyword.EvaluatesMember(instance, member, ref run));
        }

        run.Leave();
        return evaluates;
    }

    /// <summary>Whether one of the keywords looks at an item of a value that satisfies this schema.</summary>
    public bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run, SchemaKeyword? except = null)
    {
        var evaluates = false;
        if (run.Enter())
        {
            foreach (var keyword in Keywords)
                evaluates = evaluates || (keyword != except && keyword.EvaluatesItem(instance, index, item, ref run));
        }

        run.Leave();
        return evaluates;
    }

    public bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (IsNever)
            return run.Collects && run.Fail("false", "absent", Words.Describe(instance), "is not allowed");

        var satisfied = run.Enter();
        if (satisfied)
        {
            foreach (var keyword in Keywords)
            {
                if ((!satisfied && keyword is IRemainderKeyword) || keyword.Check(instance, ref run))
                    continue;

                satisfied = false;

                // What is not even of the right type is wrong in every other way too; one error says enough.
                if (!run.Collects || keyword is ITypeAssertion)
                    break;
            }
        }

        run.Leave();
        return satisfied;
    }
}
