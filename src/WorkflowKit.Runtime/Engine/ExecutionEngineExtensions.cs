using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit;

/// <summary>The engine's calls with inputs in the forms that hosts have at hand.</summary>
public static class ExecutionEngineExtensions
{
    private const string Reflects = "Inputs of any type are written by reflection; use the overloads with JsonTypeInfo, JsonElement or JSON text.";

    /// <summary>Runs a workflow with inputs as JSON text.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="json">The inputs; <see langword="null"/>: none.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up waiting; the execution goes on.</param>
    /// <exception cref="InvalidInputsException">The text is no JSON, or does not satisfy the workflow's schema.</exception>
    public static async Task<ExecutionRecord> RunAsync(
        this IExecutionEngine engine, string workflowId, string? json, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        await Checked(engine).RunAsync(workflowId, Parse(workflowId, json), options, cancellationToken).ConfigureAwait(false);

    /// <summary>Runs a workflow with inputs of a known type, without reflection.</summary>
    /// <typeparam name="TInputs">The inputs' type.</typeparam>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="typeInfo">How they are written as JSON.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up waiting; the execution goes on.</param>
    public static Task<ExecutionRecord> RunAsync<TInputs>(
        this IExecutionEngine engine, string workflowId, TInputs inputs, JsonTypeInfo<TInputs> typeInfo, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(engine).RunAsync(workflowId, JsonSerializer.SerializeToElement(inputs, typeInfo), options, cancellationToken);

    /// <summary>Runs a workflow with inputs of any type, such as <c>new { orderId = "A-17" }</c>; names become camelCase.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up waiting; the execution goes on.</param>
    [RequiresUnreferencedCode(Reflects), RequiresDynamicCode(Reflects)]
    public static Task<ExecutionRecord> RunAsync(
        this IExecutionEngine engine, string workflowId, object inputs, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(engine).RunAsync(workflowId, Write(inputs), options, cancellationToken);

    /// <summary>Starts a workflow with inputs as JSON text.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="json">The inputs; <see langword="null"/>: none.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up, if nothing was started yet.</param>
    /// <exception cref="InvalidInputsException">The text is no JSON, or does not satisfy the workflow's schema.</exception>
    public static async Task<string> StartAsync(
        this IExecutionEngine engine, string workflowId, string? json, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        await Checked(engine).StartAsync(workflowId, Parse(workflowId, json), options, cancellationToken).ConfigureAwait(false);

    /// <summary>Starts a workflow with inputs of a known type, without reflection.</summary>
    /// <typeparam name="TInputs">The inputs' type.</typeparam>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="typeInfo">How they are written as JSON.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up, if nothing was started yet.</param>
    public static Task<string> StartAsync<TInputs>(
        this IExecutionEngine engine, string workflowId, TInputs inputs, JsonTypeInfo<TInputs> typeInfo, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(engine).StartAsync(workflowId, JsonSerializer.SerializeToElement(inputs, typeInfo), options, cancellationToken);

    /// <summary>Starts a workflow with inputs of any type, such as <c>new { orderId = "A-17" }</c>; names become camelCase.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up, if nothing was started yet.</param>
    [RequiresUnreferencedCode(Reflects), RequiresDynamicCode(Reflects)]
    public static Task<string> StartAsync(
        this IExecutionEngine engine, string workflowId, object inputs, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(engine).StartAsync(workflowId, Write(inputs), options, cancellationToken);

    /// <summary>Supplies the data that an <c>input</c> step waits for, of any type, such as <c>new { approved = true }</c>; names become camelCase.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="executionId">The execution.</param>
    /// <param name="path">The step's path.</param>
    /// <param name="data">The data.</param>
    /// <param name="options">Who supplies it.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    [RequiresUnreferencedCode(Reflects), RequiresDynamicCode(Reflects)]
    public static Task SupplyInputAsync(
        this IExecutionEngine engine, string executionId, string path, object data, ControlOptions? options = null, CancellationToken cancellationToken = default) =>
        Checked(engine).SupplyInputAsync(executionId, path, Write(data), options, cancellationToken);

    /// <summary>Takes in an execution that <see cref="ExecutionExport.WriteAsync"/> has written; see <see cref="IExecutionEngine.ImportAsync"/>.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="stream">The lines, in UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Gives up, if nothing was stored yet.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="InvalidExportException">It is no export, one of a newer version, damaged or incomplete; it names the line.</exception>
    /// <exception cref="ExecutionStateException">It has not ended.</exception>
    /// <exception cref="ExecutionExistsException">There is an execution of its id.</exception>
    /// <exception cref="StartKeyConflictException">The same user's start key made another execution here.</exception>
    public static async Task<ExecutionRecord> ImportAsync(this IExecutionEngine engine, Stream stream, CancellationToken cancellationToken = default) =>
        await Checked(engine).ImportAsync(await ExecutionExport.ReadAsync(stream, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static IExecutionEngine Checked(IExecutionEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine;
    }

    private static JsonElement Parse(string workflowId, string? json)
    {
        if (json is null) return default;
        try
        {
            return JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = JsonDepth.OfTexts });
        }
        catch (JsonException error)
        {
            throw new InvalidInputsException($"workflow '{workflowId}'", $"it is no JSON: {error.Message}", error);
        }
    }

    [RequiresUnreferencedCode(Reflects), RequiresDynamicCode(Reflects)]
    private static JsonElement Write(object value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value as JsonElement? ?? JsonSerializer.SerializeToElement(value, value.GetType(), JsonSerializerOptions.Web);
    }
}
