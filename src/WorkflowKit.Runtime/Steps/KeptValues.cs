namespace WorkflowKit.Steps;

/// <summary>
/// The values of one step that its runs' logs keep typed. A step that is given the same in every run, or gives the same back, has it kept once and not once a run.
/// Safe to use from several threads.
/// </summary>
internal sealed class KeptValues(LastingType type)
{
    private object? _last;

    /// <returns>What the log may keep for the value; <see langword="null"/>: it has to be written at once.</returns>
    internal object? Keep(object value)
    {
        var last = _last;
        if (last is not null && last.Equals(value)) return last;
        if (!type.Includes(value)) return null;
        if (type.HasValueEquality) _last = value;
        return value;
    }
}
