using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.Testing.Fakes;
using WorkflowKit.Testing.Hosting;

namespace WorkflowKit.Testing;

/// <summary>
/// A host in a test: the real compiler, registry and engine over stores in memory and a time that the test moves. Steps run themselves unless the test puts a
/// fake in their place. Hosted services of the host under test are not started. Safe to use from several threads; each test takes its own.
/// </summary>
public sealed partial class WorkflowTestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FakeTable _fakes;
    private readonly StepJournal _journal;
    private readonly HostRest _rest;
    private IReadOnlySet<string> _stepIds = new HashSet<string>();

    private WorkflowTestHost(ServiceProvider services, VirtualTime time)
    {
        (_services, Time) = (services, time);
        _fakes = services.GetRequiredService<FakeTable>();
        _journal = services.GetRequiredService<StepJournal>();
        _rest = new HostRest(Engine, time, _journal);
    }

    /// <summary>The time of the host. It stands still unless the test moves it: with <see cref="AdvanceAsync"/> and <see cref="RunToEndAsync"/> while the host is at rest, with its own <c>Advance</c> at any moment.</summary>
    public VirtualTime Time { get; }

    /// <summary>The services of the host.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The workflows.</summary>
    public IWorkflowRegistry Registry => _services.GetRequiredService<IWorkflowRegistry>();

    /// <summary>The engine, for all that this class has no method for.</summary>
    public IExecutionEngine Engine => _services.GetRequiredService<IExecutionEngine>();

    /// <summary>How long, in real time, the test waits for the host to come to rest or an execution to end before it fails. Default 30 seconds.</summary>
    public TimeSpan Patience
    {
        get => _rest.Patience;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _rest.Patience = value;
        }
    }

    /// <summary>Makes a host, and saves its definitions.</summary>
    /// <param name="configure">
    /// What the host is made of, as for <c>AddWorkflowKit</c>: the same method may serve both. Stores that it names are replaced by those in memory; the
    /// definitions of a folder are read. Users have all connections, unless it names a source of them.
    /// </param>
    /// <param name="time">The host's time; default one that stands at 2026-01-01, midnight UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WorkflowAssertionException">A definition does not compile; the message prints the errors like the compiler's. Or a folder of definitions is empty.</exception>
    /// <exception cref="StepRegistrationException">A class cannot serve as a step; the message says what to change.</exception>
    /// <exception cref="OptionsValidationException">The host's options are wrong.</exception>
    public static async Task<WorkflowTestHost> StartAsync(Action<WorkflowKitBuilder> configure, VirtualTime? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        time ??= new VirtualTime();
        var services = TestServices.Build(configure, time);
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            await HostDefinitions.SaveAllAsync(services, cancellationToken).ConfigureAwait(false);
            var host = new WorkflowTestHost(services, time);
            host._stepIds = await HostDefinitions.StepIdsAsync(host.Registry).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await services.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the host; steps that still run are cut off.</summary>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
