using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WorkflowKit.Hosting;

/// <summary>Warms the compiler in the background while the host starts, where the host wants it.</summary>
internal sealed class CompilerService(CompilerParts parts, IOptions<WorkflowCompilerOptions> options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.WarmUp ? Task.Run(() => parts.Warmup.Run(stoppingToken), stoppingToken) : Task.CompletedTask;
}
