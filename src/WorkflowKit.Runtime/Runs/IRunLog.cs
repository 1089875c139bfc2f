using WorkflowKit.Log;

namespace WorkflowKit.Runs;

/// <summary>The log of one execution, as a run writes it. Safe to use from several threads.</summary>
internal interface IRunLog
{
    /// <summary>Gives the event its place and queues it; a live-only event is only shown. Never throws for a lost store: <see cref="FlushAsync"/> does.</summary>
    void Append(ProgressEvent progress);

    /// <summary>As <see cref="Append(ProgressEvent)"/>, without an event where nobody needs one.</summary>
    /// <param name="fact">What has happened.</param>
    /// <param name="isDurable">Whether it is as durable as the store promises already: nothing is left to be flushed.</param>
    /// <returns>Its place in the log.</returns>
    long Append(in StepFact fact, out bool isDurable)
    {
        var progress = fact.ToEvent();
        Append(progress);
        isDurable = false;
        return progress.Sequence;
    }

    /// <summary>Returns once all that was appended before is as durable as the store promises.</summary>
    /// <exception cref="Exception">The execution is another host's now, or the store is gone for good: the run gives up in silence.</exception>
    ValueTask FlushAsync();
}
