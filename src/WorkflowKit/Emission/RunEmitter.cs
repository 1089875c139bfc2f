using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>Emits the method that runs the workflow.</summary>
internal static class RunEmitter
{
    public static void Emit(EmissionContext context)
    {
        var (program, writer) = (context.Program, context.Out);
        using (writer.Block($"public override async ValueTask<CelValue> RunAsync(RunScope run)"))
        {
            if (program.ReadsInputs)
            {
                writer.Line($"var inputs = {context.Values.Read(program.Inputs, $"run.Inputs")};");
                writer.Line();
            }

            ScopeEmitter.Emit(program.Body, context);
            if (program.Body.Steps.Count > 0)
                writer.Line();
            if (program.Outputs is { } outputs)
            {
                context.Locate(program.Definition.Outputs!);
                writer.Line($"return {context.Values.Dynamic(outputs)};");
                writer.Directive(LineDirective.Default);
            }
            else if (!EndsByThrowing(program.Body))
            {
                writer.Directive(LineDirective.Default);
                writer.Line($"return CelValue.Null;");
            }
        }
    }

    private static bool EndsByThrowing(CheckedScope body) =>
        body.Graph.IsSequence && body.Steps is [.., (CheckedReturn or CheckedFail) and { If: null, Definition.ContinueOnError: false }];
}
