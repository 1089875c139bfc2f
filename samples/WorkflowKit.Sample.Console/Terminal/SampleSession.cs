using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using WorkflowKit.Definitions;
using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample.Terminal;

/// <summary>One call of the sample: the shop is up, the definitions are compiled, and one thing is done.</summary>
internal sealed class SampleSession(IExecutionEngine engine, IWorkflowRegistry registry, IReadOnlyList<(string File, CompilationResult Result)> saved)
{
    public static async Task<int> RunAsync(Func<SampleSession, Task<int>> action, CancellationToken cancellationToken)
    {
        await using var shop = await ShopServer.StartAsync(cancellationToken);
        await using var services = SampleHost.Create(shop.Address);
        var registry = services.GetRequiredService<IWorkflowRegistry>();
        var saved = await SampleHost.SaveAllAsync(registry, cancellationToken);
        return await action(new SampleSession(services.GetRequiredService<IExecutionEngine>(), registry, saved));
    }

    public int List()
    {
        var table = new Table().RoundedBorder().AddColumns("workflow", "what it does", "compiled in");
        foreach (var (file, result) in saved)
        {
            table.AddRow(
                Markup.Escape(result.Definition?.Id ?? file),
                Markup.Escape(result.Definition?.Description ?? ""),
                result.Succeeded ? $"{result.Timings.Sum(stage => stage.Duration.TotalMilliseconds):F0} ms" : "[red]errors[/]");
        }

        AnsiConsole.Write(table);
        foreach (var (file, result) in saved.Where(one => one.Result.Diagnostics.Count > 0))
            PrintDiagnostics(file, result);
        return saved.All(one => one.Result.Succeeded) ? 0 : 1;
    }

    public async Task<int> ChooseAsync(CancellationToken cancellationToken)
    {
        List();
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            AnsiConsole.WriteLine("This terminal takes no answers. Run one by its id: run order-fulfilment --input '{\"orderId\":\"A-17\"}'");
            return 0;
        }

        var ids = saved.Where(one => one.Result.Succeeded).Select(one => one.Result.Definition!.Id);
        var chosen = await AnsiConsole.PromptAsync(new SelectionPrompt<string>().Title("Which one shall run?").AddChoices(ids), cancellationToken);
        return await RunWorkflowAsync(chosen, null, [], cancellationToken);
    }

    public async Task<int> RunWorkflowAsync(string id, string? input, IReadOnlyList<string> answers, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(id, cancellationToken) is not { } workflow)
            return NotFound(id);

        try
        {
            var inputs = input is not null ? JsonElement.Parse(input) : await SchemaForm.AskAsync(InputSchema(workflow.Definition), cancellationToken);
            var executionId = await engine.StartAsync(id, inputs, cancellationToken: cancellationToken);
            var record = await new ProgressScreen(engine, workflow.Name, new Queue<string>(answers)).FollowAsync(executionId, cancellationToken);
            RecordPrinter.Print(record);
            return record.Status == ExecutionStatus.Failed ? 1 : 0;
        }
        catch (JsonException exception)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]That is not JSON:[/] {exception.Message}");
            return 2;
        }
        catch (InvalidInputsException exception)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return 2;
        }
    }

    public async Task<int> ShowCSharpAsync(string id, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(id, cancellationToken) is not { } workflow)
            return NotFound(id);

        System.Console.WriteLine(workflow.CSharp);
        return 0;
    }

    private static JsonElement? InputSchema(WorkflowDefinition definition) => definition.Inputs is { } schema
        ? JsonElement.Parse(definition.Source.Text.AsSpan(schema.Span.Start, schema.Span.Length))
        : null;

    private int NotFound(string id)
    {
        var (file, result) = saved.FirstOrDefault(one => one.File == id + ".workflow.json");
        if (result is not null)
            PrintDiagnostics(file, result);
        else
            AnsiConsole.MarkupLineInterpolated($"[red]There is no workflow {id}.[/] There are: {string.Join(", ", saved.Select(one => one.Result.Definition?.Id))}");
        return 2;
    }

    private static void PrintDiagnostics(string file, CompilationResult result)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{file}[/]");
        foreach (var diagnostic in result.Diagnostics)
            AnsiConsole.WriteLine(DiagnosticFormatter.Format(diagnostic, result.Source));
    }
}
