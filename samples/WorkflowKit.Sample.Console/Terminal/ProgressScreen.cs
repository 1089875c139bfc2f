using System.Text.Json;
using Spectre.Console;

namespace WorkflowKit.Sample.Terminal;

/// <summary>Follows one execution: a live table where the terminal can draw, plain lines where it cannot; asks people what input steps want to know.</summary>
internal sealed class ProgressScreen(IExecutionEngine engine, string workflowName, Queue<string> answers)
{
    private readonly StepRows _rows = new(workflowName);
    private long _seen;
    private InputRequested? _question;

    private static bool CanDraw => AnsiConsole.Profile.Capabilities.Interactive;

    public async Task<ExecutionRecord> FollowAsync(string executionId, CancellationToken cancellationToken)
    {
        do
        {
            if (CanDraw)
                await AnsiConsole.Live(_rows.Render()).StartAsync(screen => WatchAsync(executionId, progress => Draw(screen, progress), cancellationToken));
            else
                await WatchAsync(executionId, WriteLine, cancellationToken);
        }
        while (_question is not null && await AnswerAsync(executionId, _question, cancellationToken));

        return await engine.GetAsync(executionId, cancellationToken) ?? throw new InvalidOperationException($"Execution {executionId} is gone.");
    }

    /// <summary>Shows events until the execution ends or waits for a person.</summary>
    private async Task WatchAsync(string executionId, Action<ProgressEvent> show, CancellationToken cancellationToken)
    {
        await foreach (var progress in engine.WatchAsync(executionId, _seen, cancellationToken))
        {
            _seen = progress.Sequence;
            show(progress);
            _question = progress switch
            {
                InputRequested asked => asked,
                StepEvent ended when ended.Path == _question?.Path => null,
                _ => _question,
            };
            if (_question is not null && progress is ExecutionPaused)
                return;
        }
    }

    private void Draw(LiveDisplayContext screen, ProgressEvent progress)
    {
        _rows.Apply(progress);
        screen.UpdateTarget(_rows.Render());
        screen.Refresh();
    }

    private static void WriteLine(ProgressEvent progress)
    {
        if (EventLine.Of(progress) is { } line)
            System.Console.WriteLine(line);
    }

    private async Task<bool> AnswerAsync(string executionId, InputRequested question, CancellationToken cancellationToken)
    {
        if (answers.Count == 0 && !CanDraw)
        {
            System.Console.WriteLine($"Waiting for an answer to \"{question.Title}\". Give it with --answer and JSON.");
            return false;
        }

        AnsiConsole.MarkupLineInterpolated($"[bold yellow]?[/] [bold]{question.Title}[/]");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = CancelWhenResumedAsync(executionId, late);
        try
        {
            return await SupplyAsync(executionId, question, late.Token, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is OperationCanceledException or ExecutionStateException or StepNotWaitingException)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLine("[yellow]The run went on without an answer.[/]");
            return exception is not ExecutionStateException;
        }
        finally
        {
            await late.CancelAsync();
            await waiting;
        }
    }

    private async Task<bool> SupplyAsync(string executionId, InputRequested question, CancellationToken form, CancellationToken cancellationToken)
    {
        while (true)
        {
            var given = answers.TryDequeue(out var answer);
            try
            {
                var data = given ? JsonElement.Parse(answer!) : await SchemaForm.AskAsync(question.Schema, form);
                await engine.SupplyInputAsync(executionId, question.Path, data, cancellationToken: cancellationToken);
                return true;
            }
            catch (InvalidInputsException exception) when (!given)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            }
        }
    }

    /// <summary>Takes the form away once the run goes on: the time to answer is over, or somebody else has answered.</summary>
    private async Task CancelWhenResumedAsync(string executionId, CancellationTokenSource form)
    {
        try
        {
            await foreach (var progress in engine.WatchAsync(executionId, _seen, form.Token))
            {
                if (progress is ExecutionResumed or ExecutionCancelled or ExecutionFailed)
                    await form.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The form is gone already.
        }
    }
}
