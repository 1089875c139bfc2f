using Microsoft.Extensions.Logging;

namespace WorkflowKit;

/// <summary>Facts and services of one attempt of one step. Valid until the attempt ends; safe to use from several threads.</summary>
public abstract class StepContext
{
    /// <summary>The execution that the step belongs to.</summary>
    public abstract string ExecutionId { get; }

    /// <summary>The step's id, prefixed by the loop passes it is in, such as <c>ship[3]/book</c>.</summary>
    public abstract string Path { get; }

    /// <summary>The number of this attempt, from 1; it goes on counting after a crash.</summary>
    public abstract int Attempt { get; }

    /// <summary>The same for all attempts of this step in this execution, on every host: give it to services that can tell a repeated request.</summary>
    public abstract string IdempotencyKey { get; }

    /// <summary>The user for whom the execution runs; <see langword="null"/> where the host named none.</summary>
    public abstract string? UserId { get; }

    /// <summary>The user's connection that the step named; <see langword="null"/> where it named none.</summary>
    public abstract Connection? Connection { get; }

    /// <summary>Its lines become <c>log</c> events of the execution and go to the host's own log.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>Shows a piece of output to those who watch (<c>step_output</c>). Live only: it is not kept.</summary>
    /// <param name="chunk">What the step has so far, in a form that JSON can hold.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public abstract ValueTask ReportAsync(string chunk, CancellationToken cancellationToken = default);
}
