using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Testing.Assertions;

namespace WorkflowKit.Testing;

/// <summary>
/// What tests say of executions. Each throws a <see cref="WorkflowAssertionException"/> that tells the execution's story where it does not hold, and gives
/// the record back where it does. A step is named by its id, which stands for all its passes in loops, or by the path of one pass, such as <c>ship[3]/book</c>.
/// </summary>
public static class ExecutionRecordAssertions
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerOptions.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>It completed.</summary>
    /// <param name="record">The execution.</param>
    /// <exception cref="WorkflowAssertionException">It did not.</exception>
    public static ExecutionRecord ShouldHaveCompleted(this ExecutionRecord record) => Require(record, ExecutionStatus.Completed);

    /// <summary>It was cancelled.</summary>
    /// <param name="record">The execution.</param>
    /// <exception cref="WorkflowAssertionException">It was not.</exception>
    public static ExecutionRecord ShouldHaveBeenCancelled(this ExecutionRecord record) => Require(record, ExecutionStatus.Cancelled);

    /// <summary>It failed.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="step">The step that made it fail; <see langword="null"/>: any.</param>
    /// <param name="code">The error's code; <see langword="null"/>: any.</param>
    /// <param name="type">The error's type, such as <c>timeout</c> or the name of an exception; <see langword="null"/>: any.</param>
    /// <exception cref="WorkflowAssertionException">It did not, or for another reason.</exception>
    public static ExecutionRecord ShouldHaveFailed(this ExecutionRecord record, string? step = null, string? code = null, string? type = null)
    {
        Require(record, ExecutionStatus.Failed);
        if (step is not null && record.Error?.StepId != step && record.Error?.Path != step)
            throw Failure(record, $"It should have failed at '{step}'; it failed at '{record.Error?.Path ?? "no step"}'.");
        if (code is not null && record.Error?.Code != code)
            throw Failure(record, $"It should have failed with code '{code}'; {(record.Error?.Code is { } other ? $"its code is '{other}'" : "its error has no code")}.");
        if (type is not null && record.Error?.Type != type)
            throw Failure(record, $"It should have failed with type '{type}'; its type is '{record.Error?.Type}'.");
        return record;
    }

    /// <summary>It waits for a person's input.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="path">The path of the step that asks; <see langword="null"/>: any.</param>
    /// <exception cref="WorkflowAssertionException">It does not.</exception>
    public static ExecutionRecord ShouldWaitForInput(this ExecutionRecord record, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var open = record.OpenRequests.Select(static request => request.Path).ToList();
        if (path is null ? open.Count > 0 : open.Contains(path)) return record;
        throw Failure(record, $"It should wait for a person{(path is null ? "" : $" at '{path}'")}; it {(open.Count == 0 ? "waits for nobody" : $"waits at {Quoted(open)}")}.");
    }

    /// <summary>These steps completed, one after the other; others may have run before, between and after them.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="steps">The steps, in the order of their ends.</param>
    /// <exception cref="WorkflowAssertionException">One did not complete, or not in this order.</exception>
    public static ExecutionRecord ShouldHaveRun(this ExecutionRecord record, params IEnumerable<string> steps)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(steps);
        var ran = record.Entries.OfType<StepCompleted>().ToList();
        var next = 0;
        foreach (var step in steps)
        {
            if (!ran.Any(one => Is(one, step))) throw Failure(record, $"'{step}' should have run; {Ran(ran)}.");
            var found = ran.FindIndex(next, one => Is(one, step));
            if (found < 0) throw Failure(record, $"'{step}' should have run after '{ran[next - 1].Path}'; {Ran(ran)}, in this order.");
            next = found + 1;
        }
        return record;
    }

    /// <summary>These steps were skipped: for their condition, for a branch not taken, or by a person.</summary>
    /// <param name="record">The execution.</param>
    /// <param name="steps">The steps.</param>
    /// <exception cref="WorkflowAssertionException">One was not.</exception>
    public static ExecutionRecord ShouldHaveSkipped(this ExecutionRecord record, params IEnumerable<string> steps)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(steps);
        foreach (var step in steps)
        {
            var results = record.StepResults.Where(one => Is(one, step)).ToList();
            if (results.All(static one => one.Status == StepStatus.Skipped) && results.Count > 0) continue;
            var status = results.Find(static one => one.Status != StepStatus.Skipped)?.Status.Text();
            throw Failure(record, $"'{step}' should have been skipped; {(status is null ? "there is no such step" : $"it is {status}")}.");
        }
        return record;
    }

    /// <summary>What a step gave back.</summary>
    /// <typeparam name="T">What its JSON is read as: the step's output class, a type of the test, or <see cref="JsonElement"/>.</typeparam>
    /// <param name="record">The execution.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="WorkflowAssertionException">It gave nothing, it ran in several passes of a loop, or its output is no such type.</exception>
    public static T StepOutput<T>(this ExecutionRecord record, string step)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(step);
        var outputs = record.StepResults.Where(one => Is(one, step) && one.Output is not null).ToList();
        if (outputs is not [var only])
            throw Failure(record, outputs.Count == 0 ? $"'{step}' has no output." : $"'{step}' has {outputs.Count} outputs: name one of {Quoted(outputs.Select(static one => one.Path))}.");
        try
        {
            return only.Output!.Value.Deserialize<T>(Web)!;
        }
        catch (JsonException error)
        {
            throw Failure(record, $"The output of '{step}' is no {typeof(T).Name}: {error.Message}");
        }
    }

    /// <summary>What happened in an execution, for people: one line for each event, with the time since the start.</summary>
    /// <param name="record">The execution.</param>
    public static string Story(this ExecutionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ExecutionStory.Of(record);
    }

    private static ExecutionRecord Require(ExecutionRecord record, ExecutionStatus status)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Status == status ? record : throw Failure(record, $"It should be {status.Text()}; it is {record.Status.Text()}.");
    }

    internal static WorkflowAssertionException Failure(ExecutionRecord record, string what) => new($"{what}\n\n{ExecutionStory.Of(record)}");

    private static bool Is(StepCompleted one, string step) => one.StepId == step || one.Path == step;

    private static bool Is(StepResult one, string step) => one.StepId == step || one.Path == step;

    private static string Ran(List<StepCompleted> ran) => ran.Count == 0 ? "no step ran" : $"these ran: {Quoted(ran.Select(static one => one.Path))}";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"'{name}'"));
}
