using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly.Registry;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;

namespace WorkflowKit.Hosting;

/// <summary>One host's compiler, put together.</summary>
/// <param name="Compiler">The compiler.</param>
/// <param name="Roslyn">Its last stage, which starts when it is first needed.</param>
/// <param name="Warmup">What makes it warm.</param>
/// <param name="FrontEnd">Its stages before the last.</param>
internal sealed record CompilerParts(WorkflowCompiler Compiler, RoslynStage Roslyn, CompilerWarmup Warmup, WorkflowFrontEnd FrontEnd)
{
    public static CompilerParts Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<WorkflowCompilerOptions>>().Value;
        var catalogue = provider.GetRequiredService<StepCatalogue>();
        var time = provider.GetRequiredService<TimeProvider>();
        var logger = provider.GetService<ILogger<WorkflowCompiler>>() ?? NullLogger<WorkflowCompiler>.Instance;

        var assemblies = TypeClosure.Of(
            [typeof(CompiledWorkflow), typeof(Cel), .. catalogue.Steps.SelectMany(step => (Type[])[step.InputType, step.OutputType])]);
        var pipelines = provider.GetService<ResiliencePipelineProvider<string>>();
        var frontEnd = new WorkflowFrontEnd(
            catalogue, [.. provider.GetServices<IConnectionProvider>()], provider.GetRequiredService<IOptions<DefinitionLimits>>().Value, time,
            name => pipelines is not null && pipelines.TryGetPipeline(name, out _));
        var roslyn = new RoslynStage(
            new RestartingCompiler(() => new RoslynCompiler(HostReferences.Create(assemblies)), () => new RoslynCopy(assemblies), logger), time);
        var folder = options.CacheFolder is { } path ? new ProgramFolder(path, options.CacheFolderCapacity, logger) : null;
        var compiler = new WorkflowCompiler(
            frontEnd, roslyn, new ProgramCache(options.MemoryCapacity, folder), new ProgramLoader(new ImageLoader(assemblies)), time, logger);
        return new CompilerParts(compiler, roslyn, new CompilerWarmup(frontEnd, roslyn, time, logger), frontEnd);
    }
}
