using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using WorkflowKit.Diagnostics;
using WorkflowKit.Log;
using WorkflowKit.Steps;

namespace WorkflowKit.Runs;

/// <summary>A step that calls an activity of the catalogue.</summary>
/// <typeparam name="TInput">The activity's input.</typeparam>
/// <typeparam name="TOutput">The activity's output.</typeparam>
/// <param name="id">The step's id.</param>
/// <param name="type">The activity's dotted type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ActivitySlot<TInput, TOutput>(string id, string type) : StepSlot(id, type)
{
    private StepActivator _activator = null!;
    private JsonTypeInfo<TInput> _inputJson = null!;
    private JsonTypeInfo<TOutput> _outputJson = null!;
    private InputRules? _rules;
    private KeptValues _inputs = null!;
    private KeptValues _outputs = null!;
    private ResiliencePipeline? _pipeline;
    private Func<object, object?>[] _secrets = [];
    private bool _isPlain;

    // Nobody can tell two instances of such a class apart: one serves all attempts.
    private IStep<TInput, TOutput>? _stateless;

    /// <summary>Whether the class says that it may give null.</summary>
    public bool MayGiveNull { get; init; }

    internal override bool IsActivity => true;

    internal override void Bind(RunServices services)
    {
        var descriptor = services.Catalogue.Find(Type)
            ?? throw new StepRegistrationException(Type, $"step '{Id}' needs this type, which is not registered on this host; add its class to the catalogue.");
        if (descriptor.InputType != typeof(TInput) || descriptor.OutputType != typeof(TOutput))
            throw new StepRegistrationException(Type, $"step '{Id}' was compiled for {typeof(TInput)} and {typeof(TOutput)}, the catalogue has {descriptor.InputType} and {descriptor.OutputType}; compile the workflow anew.");
        _activator = descriptor.Activator;
        _rules = descriptor.InputRules;
        _inputs = new(descriptor.LastingInput);
        _outputs = new(descriptor.LastingOutput);
        _inputJson = (JsonTypeInfo<TInput>)services.Catalogue.JsonWithoutSecrets.GetTypeInfo(typeof(TInput));
        _outputJson = (JsonTypeInfo<TOutput>)services.Catalogue.Json.GetTypeInfo(typeof(TOutput));
        _pipeline = StepPipelines.Build(this, services);
        _secrets = StepJson.SecretsOf(services.Catalogue.Json.GetTypeInfo(typeof(TInput)));
        _isPlain = !services.Limits.CatchStrays && _secrets.Length == 0 && _rules is null && _pipeline is null && Connection is null && !_activator.NeedsScope && !_activator.IsDisposable;
    }

    internal override void WriteInput(Utf8JsonWriter writer, object value)
    {
        if (value is TInput typed) JsonSerializer.Serialize(writer, typed, _inputJson);
        else base.WriteInput(writer, value);
    }

    internal override void WriteOutput(Utf8JsonWriter writer, object value)
    {
        if (value is TOutput typed) JsonSerializer.Serialize(writer, typed, _outputJson);
        else base.WriteOutput(writer, value);
    }

    /// <summary>
    /// The short way, for a step that simply runs: nothing is recorded of it, nothing is asked of the run, nobody watches. It allocates the
    /// step and its context. Everything else takes the long way.
    /// </summary>
    internal ValueTask<TOutput> ExecuteAsync(RunScope scope, TInput input)
    {
        var run = scope.Run;
        if (!_isPlain || !run.IsClear || scope.Halt.IsRequested || Telemetry.WatchesSteps) return ExecuteSlowlyAsync(scope, input);

        var path = scope.Path;
        var startedAt = scope.Now;
        run.Log.Append(new StepFact(startedAt, this, path, 1, KeepInput(run, input)), out _);
        var context = new StepAttempt(run, this, path, 1, startedAt);
        var rest = default(ValueTask<TOutput>);
        var output = default(TOutput)!;
        object? kept = null;
        var isCompleted = false;
        try
        {
            var pending = (_stateless ?? Create()).ExecuteAsync(input, context, scope.Halt.Token);
            if (pending.IsCompletedSuccessfully)
            {
                output = pending.Result;
                kept = KeepOutput(output, run.Services.Limits);
                isCompleted = true;
            }
            else
            {
                rest = pending;
            }
        }
        catch (Exception error)
        {
            rest = ValueTask.FromException<TOutput>(error);
        }

        if (!isCompleted) return AttemptsAsync(scope, input, path, new(context, rest));
        context.End();
        var completedAt = run.Time.GetUtcNow();
        var sequence = run.Log.Append(new StepFact(completedAt, this, path, 1, kept, completedAt - startedAt), out var isDurable);
        scope.Settle(this, path, sequence, completedAt, StepStatus.Completed, null, startedAt);
        if (!isDurable)
        {
            var flush = run.FlushAsync();
            if (!flush.IsCompletedSuccessfully) return AfterAsync(flush, output);
        }

        scope.GoStraightOn();
        return new(output);
    }

    private IStep<TInput, TOutput> Create()
    {
        var step = (IStep<TInput, TOutput>)_activator.Create();
        if (_activator.IsStateless) _stateless = step;
        return step;
    }

    private static async ValueTask<TOutput> AfterAsync(ValueTask flush, TOutput output)
    {
        await flush.ConfigureAwait(false);
        return output;
    }

    private object? KeepInput(WorkflowRun run, TInput input) =>
        input is null ? null
        : run.Setup.Secrets is { } secrets ? OutputLimit.TryWrite(input, _inputJson)?.Read(secrets)
        : _inputs.Keep(input) ?? OutputLimit.TryWrite(input, _inputJson);

    /// <exception cref="StepFaultException">The output is too large, has no JSON form, or is null though the class says that it never is.</exception>
    private object? KeepOutput(TOutput output, RunLimits limits) =>
        output is null ? MayGiveNull ? null : throw Nothing()
        : (limits.MaxOutputBytes >= LastingType.MaxBytes ? _outputs.Keep(output) : null) ?? OutputLimit.Write(output, _outputJson, limits.MaxOutputBytes);

    private static StepFaultException Nothing() =>
        new("output", "output_null", $"The step gave null, but its class promises {typeof(TOutput).Name}; where null is meant, let the class say so: IStep<..., {typeof(TOutput).Name}?>.");

    /// <exception cref="ReplayDivergenceException">The value is not of the step's type.</exception>
    private TOutput Read(StepEvent entry)
    {
        object? raw = entry is StepCompleted completed ? completed.RawOutput : (entry as StepSkipped)?.Substitute;
        try
        {
            return raw switch
            {
                null => default!,
                TOutput typed => typed,
                RawJson json => json.Read(_outputJson)!,
                JsonElement element => element.Deserialize(_outputJson)!,
                _ => throw new JsonException($"a {raw.GetType().Name}"),
            };
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new ReplayDivergenceException(ReplayDivergenceKind.Value, entry.Path, entry.Sequence, typeof(TOutput).ToString(), error.Message, error);
        }
    }
}
