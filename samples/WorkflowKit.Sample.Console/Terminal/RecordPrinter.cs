using System.Text.Json;
using Spectre.Console;

namespace WorkflowKit.Sample.Terminal;

/// <summary>Prints an execution's record: its state, its outputs or its error, and its steps.</summary>
internal static class RecordPrinter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Print(ExecutionRecord record)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{record.WorkflowName}[/] {record.Id}: {record.Status} in {record.Duration?.TotalSeconds ?? 0:F2} s, {record.Progress.Completed} of {record.Progress.Total} steps");
        if (record.Error is { } error)
            AnsiConsole.MarkupLineInterpolated($"[red]{error.Path}: {error.Message}[/]{(error.Code is null ? "" : $" (code {error.Code})")}");

        var table = new Table().RoundedBorder().AddColumns("step", "status", "attempt", "ms", "output or error");
        foreach (var step in record.StepResults)
        {
            table.AddRow(
                Markup.Escape(step.Path),
                step.Status.ToString(),
                step.Attempt == 0 ? "" : $"{step.Attempt}",
                step.Duration is { } duration ? $"{duration.TotalMilliseconds:F0}" : "",
                Markup.Escape(step.Error?.Message ?? Json.Shorten(step.Output)));
        }

        AnsiConsole.Write(table);
        if (record.Outputs is { } outputs)
            AnsiConsole.Write(new Panel(new Text(JsonSerializer.Serialize(outputs, Indented))).Header("outputs").RoundedBorder());
        AnsiConsole.WriteLine();
    }
}
