using Spectre.Console;
using Spectre.Console.Rendering;

namespace WorkflowKit.Sample.Terminal;

/// <summary>What the live screen shows: a row a step, how many of them have ended, the time so far, and the last log lines.</summary>
internal sealed class StepRows(string workflowName)
{
    private const int LogLines = 5;
    private readonly List<string> _paths = [];
    private readonly Dictionary<string, (string State, string Detail, bool Ended)> _rows = [];
    private readonly Queue<string> _log = new();
    private int _total;
    private DateTimeOffset _startedAt;
    private TimeSpan _elapsed;
    private bool _isOver;
    private string _state = "starting";

    public void Apply(ProgressEvent progress)
    {
        if (_startedAt == default) _startedAt = progress.Timestamp;
        _elapsed = progress.Timestamp - _startedAt;
        switch (progress)
        {
            case ExecutionStarted started: (_total, _state) = (started.TotalSteps, "running"); break;
            case StepStarted step: Set(step, "[yellow]running[/]", step.Attempt > 1 ? $"attempt {step.Attempt}" : ""); break;
            case StepCompleted step: Set(step, "[green]done[/]", Json.Shorten(step.Output), ended: true); break;
            case StepFailed { WillRetry: true } step: Set(step, "[yellow]again[/]", step.Error.Message); break;
            case StepFailed step: Set(step, "[red]failed[/]", step.Error.Message, ended: true); break;
            case StepSkipped step: Set(step, "[grey]skipped[/]", step.Reason.ToString().ToLowerInvariant(), ended: true); break;
            case InputRequested step: Set(step, "[aqua]waits[/]", step.Title); break;
            case LogWritten log: Remember(log); break;
            case ExecutionPaused paused: _state = $"paused ({paused.Reason.ToString().ToLowerInvariant()})"; break;
            case ExecutionResumed: _state = "running"; break;
            case ExecutionCompleted: (_state, _isOver) = ("[green]completed[/]", true); break;
            case ExecutionFailed: _state = "[red]failed[/]"; break;
            case ExecutionCancelled: _state = "[red]cancelled[/]"; break;
        }
    }

    public IRenderable Render()
    {
        var table = new Table().RoundedBorder().AddColumns("step", "state", "");
        foreach (var path in _paths)
            table.AddRow(Markup.Escape(path), _rows[path].State, Markup.Escape(_rows[path].Detail));

        var ended = _rows.Values.Count(row => row.Ended);
        table.Title = new TableTitle($"{Markup.Escape(workflowName)}: {_state}");
        table.Caption = new TableTitle($"{ended} of {(_isOver ? ended : Math.Max(_total, _paths.Count))} steps, {_elapsed.TotalSeconds:F1} s");
        return new Rows([table, .. _log.Select(line => new Text(line))]);
    }

    private void Set(StepEvent step, string state, string detail, bool ended = false)
    {
        if (!_rows.ContainsKey(step.Path)) _paths.Add(step.Path);
        _rows[step.Path] = (state, detail, ended);
    }

    private void Remember(LogWritten log)
    {
        _log.Enqueue($"{log.Level}: {log.Message}");
        while (_log.Count > LogLines) _log.Dequeue();
    }
}
