using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>What can be seen at a place of a growing definition.</summary>
/// <param name="Steps">The steps that have settled.</param>
/// <param name="Items">The loop variables.</param>
/// <param name="HasError">Whether <c>error</c> has a meaning.</param>
internal sealed record Growth(IReadOnlyList<Growth.Step> Steps, IReadOnlyList<string> Items, bool HasError)
{
    public static Growth Nothing { get; } = new([], [], HasError: false);

    public Growth Seeing(params IEnumerable<Step> more) => this with { Steps = [.. Steps.Where(one => !more.Any(other => other.Id == one.Id)), .. more] };

    /// <param name="Id">The step.</param>
    /// <param name="Member">What is read of its output: <c>.text</c>; empty: the output itself.</param>
    /// <param name="Type">The type of that: <c>string</c>, <c>int</c>, <c>bool</c>, <c>list</c>, <c>dyn</c>; <see langword="null"/>: it has no output.</param>
    /// <param name="MayBeAbsent">Whether it needs a guard.</param>
    internal sealed record Step(string Id, string Member, string? Type, bool MayBeAbsent);
}
