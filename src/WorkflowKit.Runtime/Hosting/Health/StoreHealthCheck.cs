using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowKit.Engine;

namespace WorkflowKit.Hosting;

/// <summary>Whether the store answers. One for the host: while a question is not answered no other is asked, so that those who look do not pile up before a store that hangs.</summary>
internal sealed class StoreHealthCheck(IServiceProvider services) : EngineHealthCheck(services)
{
    // No execution has this id, so that the answer costs a look into an index.
    private const string NoExecution = "workflowkit-health";

    private readonly Lock _gate = new();
    private Task<(TimeSpan Took, Exception? Error)>? _question;

    protected override async ValueTask<HealthCheckResult> CheckAsync(EngineCore core, WorkflowHealthOptions options, HealthStatus failure, CancellationToken cancellationToken)
    {
        Task<(TimeSpan Took, Exception? Error)> question;
        lock (_gate)
        {
            // Some stores answer in the asker's thread, and keep it when they hang.
            if (_question is null or { IsCompleted: true }) _question = Task.Run(() => AskAsync(core), CancellationToken.None);
            question = _question;
        }
        var data = new Dictionary<string, object> { ["timeoutMilliseconds"] = options.StoreTimeout.TotalMilliseconds };
        try
        {
            var (took, error) = await question.WaitAsync(options.StoreTimeout, core.Time, cancellationToken).ConfigureAwait(false);
            data["milliseconds"] = took.TotalMilliseconds;
            return error is null
                ? HealthCheckResult.Healthy("The execution store answers.", data)
                : new HealthCheckResult(failure, $"The execution store failed: {error.Message}", error, data);
        }
        catch (TimeoutException)
        {
            return new HealthCheckResult(failure, FormattableString.Invariant($"The execution store did not answer within {options.StoreTimeout.TotalSeconds:0.###} s."), null, data);
        }
    }

    private static async Task<(TimeSpan Took, Exception? Error)> AskAsync(EngineCore core)
    {
        var asked = core.Time.GetTimestamp();
        try
        {
            await core.Store.FindAsync(NoExecution).ConfigureAwait(false);
            return (core.Time.GetElapsedTime(asked), null);
        }
        catch (Exception error)
        {
            return (core.Time.GetElapsedTime(asked), error);
        }
    }
}
