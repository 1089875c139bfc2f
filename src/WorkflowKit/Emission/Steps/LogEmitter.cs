using Microsoft.Extensions.Logging;
using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary><c>log</c>.</summary>
internal sealed class LogEmitter : StepEmitter<CheckedLog>
{
    protected override void Emit(CheckedLog step, EmissionContext context)
    {
        context.MoreNamespaces.Add(typeof(LogLevel).Namespace!);
        Code level = step.Level switch
        {
            "trace" => $"Trace",
            "debug" => $"Debug",
            "warning" => $"Warning",
            "error" => $"Error",
            _ => $"Information",
        };
        context.Out.Line($"{At(step)}.Log(LogLevel.{level}, {context.Values.Of(step.Message)});");
    }
}
