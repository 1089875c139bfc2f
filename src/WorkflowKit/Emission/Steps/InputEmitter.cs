using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>input</c>: the answer becomes a record where its schema says what is in it.</summary>
internal sealed class InputEmitter : StepEmitter<CheckedInput>
{
    protected override bool IsBlock(CheckedInput step) => step.OnTimeout is not null;

    protected override void Emit(CheckedInput step, EmissionContext context)
    {
        var title = step.Title is null ? Code.Literal(step.Definition.Name ?? step.Definition.Id) : context.Values.Of(step.Title);
        var message = step.Message is null ? Code.Null : context.Values.Of(step.Message);
        Code texts = step is { Title: null or { IsWrittenOut: true }, Message: null or { IsWrittenOut: true } } ? (Code)$"{title}, {message}" : $"() => ({title}, {message})";
        Code arguments = $"{texts}, {Code.RawLiteral(step.Schema)}";
        if (step.OnTimeout is null)
        {
            Code answered = $"await {At(step)}.InputAsync({arguments})";
            Assign(step, context, step.Symbol.IsRead ? context.Values.Read(step.Output, answered) : answered);
            return;
        }

        var answer = Code.Identifier(step.AnswerLocal);
        Code target = step.Symbol.IsRead ? $"var {answer} = " : Code.Empty;
        using (context.Out.Block($"{target}await {At(step)}.InputOrTimeoutAsync({arguments}, async run =>", $");"))
            ScopeEmitter.Emit(step.OnTimeout, context);
        if (step.Symbol.IsRead)
        {
            context.Out.Line($"if ({answer} is not null)");
            using (context.Out.Indent())
                context.Out.Line($"{EmissionContext.Target(step)}{context.Values.Read(step.Output, $"{answer}.Value")};");
        }
    }
}
