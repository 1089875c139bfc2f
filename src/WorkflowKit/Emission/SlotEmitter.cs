using WorkflowKit.Binding;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Emission;

/// <summary>The field of a step: what its definition fixes.</summary>
internal static class SlotEmitter
{
    private const int LineLength = 140;

    public static Code Field(CheckedStep step, EmissionContext context)
    {
        var type = step is CheckedActivity { Descriptor: var descriptor }
            ? (Code)$"ActivitySlot<{context.Types.Of(descriptor.InputType)}, {context.Types.Of(descriptor.OutputType)}>"
            : $"StepSlot";
        var definition = step.Definition;
        Code head = $"private readonly {type} {Code.Identifier(step.Symbol.Slot)} = new({Code.Literal(definition.Id)}, {Code.Literal(definition.Type)})";
        var members = Members(step, context).ToList();
        if (members.Count == 0)
            return $"{head};";

        Code oneLine = $"{head} {{ {Code.CommaList(members)} }};";
        return oneLine.Text.Length <= LineLength
            ? oneLine
            : $$"""
                {{head}}
                {
                    {{Code.Join($",\n", members)}},
                };
                """;
    }

    private static IEnumerable<Code> Members(CheckedStep step, EmissionContext context)
    {
        var definition = step.Definition;
        if (step.Symbol.Parent is { } parent)
            yield return $"Parent = {Code.Literal(parent.Id)}";
        if (step.Symbol.IsCompensation)
            yield return $"IsCompensation = true";
        if (definition.Name is { } name)
            yield return $"Name = {Code.Literal(name)}";
        if (step.Connection is { } connection)
            yield return $"Connection = {Code.Literal(connection.Name)}, Provider = {Code.Literal(connection.Provider)}";
        if (definition.Timeout is { } timeout)
            yield return $"Timeout = {Code.Literal(timeout)}";
        if (definition.Retry is { } retry)
            yield return $"Retry = {Retry(retry, context)}";
        if (definition.Resilience is { } resilience)
            yield return $"Resilience = {Code.Literal(resilience.Text)}";
        if (step is CheckedActivity && (step.Output is NullableType || step.Output is { IsDynamic: true, IsValueType: false }))
            yield return $"MayGiveNull = true";
        if (step.Symbol.IsObserved)
            yield return $"IsObserved = true";
    }

    private static Code Retry(RetryDefinition retry, EmissionContext context)
    {
        Code policy = $"new({Code.Literal(retry.MaxAttempts)}, {Code.Literal(retry.Delay)})";
        var members = new List<Code>();
        if (retry.Backoff != RetryBackoff.Constant)
        {
            context.MoreNamespaces.Add(typeof(RetryBackoff).Namespace!);
            members.Add($"Backoff = RetryBackoff.{Code.Identifier(retry.Backoff.ToString())}");
        }

        if (retry.MaxDelay is { } longest)
            members.Add($"MaxDelay = {Code.Literal(longest)}");
        if (retry.Jitter)
            members.Add($"Jitter = true");
        return members.Count == 0 ? policy : $"{policy} {{ {Code.CommaList(members)} }}";
    }
}
