using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Hosting;

/// <summary>An option that cannot be is told when the host starts, by its name.</summary>
public sealed class OptionsTests
{
    private static readonly Dictionary<string, Action<WorkflowEngineOptions>> Engine = new()
    {
        ["MaxConcurrentExecutions must be at least 1; it is 0."] = options => options.MaxConcurrentExecutions = 0,
        ["MaxConcurrentExecutionsPerWorkflow must be at least 1; it is 0."] = options => options.MaxConcurrentExecutionsPerWorkflow = 0,
        ["MaxQueuedExecutions must be at least 0; it is -1."] = options => options.MaxQueuedExecutions = -1,
        ["PurgeBatch must be at least 1; it is 0."] = options => options.PurgeBatch = 0,
        ["RecoveryLimit must be at least 1; it is 0."] = options => options.RecoveryLimit = 0,
        ["MaxItems must be at least 1; it is 0."] = options => options.MaxItems = 0,
        ["MaxInputBytes must be at least 2; it is 1."] = options => options.MaxInputBytes = 1,
        ["MaxOutputBytes must be at least 1; it is 0."] = options => options.MaxOutputBytes = 0,
        ["WatchBuffer must be at least 1; it is 0."] = options => options.WatchBuffer = 0,
        ["RetryAfter must not be negative; it is -00:00:01."] = options => options.RetryAfter = -Second,
        ["ShutdownGrace must not be negative; it is -00:00:01."] = options => options.ShutdownGrace = -Second,
        ["ShutdownGrace must be at most 1.00:00:00; it is 50.00:00:00."] = options => options.ShutdownGrace = TimeSpan.FromDays(50),
        ["CancellationGrace must not be negative; it is -00:00:01."] = options => options.CancellationGrace = -Second,
        ["CancellationGrace must be at most 1.00:00:00; it is 50.00:00:00."] = options => options.CancellationGrace = TimeSpan.FromDays(50),
        ["Retention must not be negative; it is -00:00:01."] = options => options.Retention = -Second,
        ["StoreOutageLimit must not be negative; it is -00:00:01."] = options => options.StoreOutageLimit = -Second,
        ["LongestWaitInMemory must not be negative; it is -00:00:01."] = options => options.LongestWaitInMemory = -Second,
        ["PurgeInterval must be longer than zero; it is 00:00:00."] = options => options.PurgeInterval = TimeSpan.Zero,
        ["PurgeInterval must be at most 40.00:00:00; it is 50.00:00:00."] = options => options.PurgeInterval = TimeSpan.FromDays(50),
    };

    private static readonly Dictionary<string, Action<WorkflowCompilerOptions>> Compiler = new()
    {
        ["CacheFolder must name a folder, or be null for none."] = options => options.CacheFolder = " ",
        ["CacheFolderCapacity must be at least 1; it is 0."] = options => options.CacheFolderCapacity = 0,
        ["MemoryCapacity must be at least 1; it is 0."] = options => options.MemoryCapacity = 0,
    };

    private static readonly Dictionary<string, Action<DefinitionLimits>> Definitions = new()
    {
        ["MaxBytes must be at least 1; it is 0."] = limits => limits.MaxBytes = 0,
        ["MaxSteps must be at least 1; it is 0."] = limits => limits.MaxSteps = 0,
        ["MaxNesting must be at least 1; it is 0."] = limits => limits.MaxNesting = 0,
        ["MaxExpressionLength must be at least 1; it is 0."] = limits => limits.MaxExpressionLength = 0,
        ["MaxExpressionDepth must be at least 1; it is 0."] = limits => limits.MaxExpressionDepth = 0,
        ["MaxTemplateLength must be at least 1; it is 0."] = limits => limits.MaxTemplateLength = 0,
    };

    private static TimeSpan Second => TimeSpan.FromSeconds(1);

    public static TheoryData<string> EngineProblems => [.. Engine.Keys];

    public static TheoryData<string> CompilerProblems => [.. Compiler.Keys];

    public static TheoryData<string> DefinitionProblems => [.. Definitions.Keys];

    [Theory, MemberData(nameof(EngineProblems))]
    public Task A_bad_engine_option_is_refused_when_the_host_starts(string problem) => RefusedAsync(problem, kit => kit.ConfigureEngine(Engine[problem]));

    [Theory, MemberData(nameof(CompilerProblems))]
    public Task A_bad_compiler_option_is_refused_when_the_host_starts(string problem) => RefusedAsync(problem, kit => kit.ConfigureCompiler(Compiler[problem]));

    [Theory, MemberData(nameof(DefinitionProblems))]
    public Task A_bad_limit_of_definitions_is_refused_when_the_host_starts(string problem) => RefusedAsync(problem, kit => kit.ConfigureDefinitions(Definitions[problem]));

    [Theory, MemberData(nameof(EngineProblems))]
    public void A_bad_engine_option_is_refused_where_nothing_starts_hosted_services_when_the_engine_is_asked_for(string problem)
    {
        using var services = new ServiceCollection().AddWorkflowKit(kit => kit.ConfigureEngine(Engine[problem])).BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IExecutionEngine>()).Failures.ShouldBe([problem]);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        using var host = HostWith(kit => kit.ConfigureEngine(options => (options.MaxItems, options.WatchBuffer) = (0, 0)));

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        refusal.Failures.Count().ShouldBe(2);
    }

    private static async Task RefusedAsync(string problem, Action<WorkflowKitBuilder> configure)
    {
        using var host = HostWith(configure);

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        refusal.Failures.ShouldBe([problem]);
    }

    private static IHost HostWith(Action<WorkflowKitBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddWorkflowKit(configure);
        return builder.Build();
    }
}
