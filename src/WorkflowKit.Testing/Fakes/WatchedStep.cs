using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Steps;

namespace WorkflowKit.Testing.Fakes;

/// <summary>Stands before each step of a host under test: notes the call, and lets the fake run in place of the step where there is one.</summary>
/// <param name="services">The services of the attempt.</param>
/// <param name="stepType">The dotted type.</param>
/// <param name="activator">Makes the step itself; <see langword="null"/> where nothing but its types is known.</param>
internal sealed class WatchedStep<TInput, TOutput>(IServiceProvider services, string stepType, StepActivator? activator) : IStep<TInput, TOutput>
{
    private readonly StepCatalogue _catalogue = services.GetRequiredService<StepCatalogue>();
    private readonly StepJournal _journal = services.GetRequiredService<StepJournal>();

    public async ValueTask<TOutput> ExecuteAsync(TInput input, StepContext context, CancellationToken cancellationToken)
    {
        var call = new StepInvocation(_catalogue.Find(stepType)!, input, context, _journal, _catalogue.Json, cancellationToken);
        _journal.Add(call);
        if (services.GetRequiredService<FakeTable>().Find(call) is { } fake)
            return Fitting(call, await fake.RunAsync(call).ConfigureAwait(false));
        if (activator is null)
            throw _journal.Blame($"Step '{call.Path}' ran, and nothing stands in for it: '{stepType}' is declared only. Give it a fake: host.Fake(\"{stepType}\", call => ...).");
        return await RunItselfAsync(activator.Create(services), input, context, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<TOutput> RunItselfAsync(object step, TInput input, StepContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await ((IStep<TInput, TOutput>)step).ExecuteAsync(input, context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (step is IAsyncDisposable later) await later.DisposeAsync().ConfigureAwait(false);
            else if (step is IDisposable now) now.Dispose();
        }
    }

    private TOutput Fitting(StepInvocation call, object? output)
    {
        if (output is null) return default!;
        if (output is TOutput typed) return typed;
        if (output is Task) throw _journal.Blame($"The fake of step '{call.Path}' ({stepType}) gave a task; let it be async, and await it.");
        var json = "";
        try
        {
            var element = JsonSerializer.SerializeToElement(output, output.GetType(), _catalogue.Json);
            json = $"{element.GetRawText()}, which";
            return element.Deserialize<TOutput>(Strict(_catalogue.Json))!;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw _journal.Blame($"The fake of step '{call.Path}' ({stepType}) gave {(json.Length > 0 ? json : $"a {output.GetType()}, which")} is no {typeof(TOutput).Name}: {error.Message}");
        }
    }

    private static JsonSerializerOptions Strict(JsonSerializerOptions options) => new(options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };
}
