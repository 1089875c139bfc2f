using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.Registry;

/// <summary>
/// Loads all definitions when the host starts, and picks up what changes in the store while it runs. In a bare container, where nobody starts it,
/// it starts with the first use of the registry.
/// </summary>
internal sealed class DefinitionWatcher(WorkflowRegistry registry, IDefinitionStore store, TimeProvider time, ILogger<DefinitionWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private int _isStarted;

    public override Task StartAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _isStarted, 1) == 0 ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                RegistryMessages.WatchingFailed(logger, exception, Pause);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changes = store.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        await using (changes.ConfigureAwait(false))
        {
            // The watching begins before the loading, so that no change falls between the two.
            var next = changes.MoveNextAsync().AsTask();
            try
            {
                await registry.LoadAllAsync(cancellationToken).ConfigureAwait(false);
                while (await next.ConfigureAwait(false))
                {
                    await RefreshAsync(changes.Current, cancellationToken).ConfigureAwait(false);
                    next = changes.MoveNextAsync().AsTask();
                }
            }
            finally
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RefreshAsync(string workflowId, CancellationToken cancellationToken)
    {
        try
        {
            await registry.RefreshAsync(workflowId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            RegistryMessages.RefreshFailed(logger, exception, workflowId);
        }
    }
}
