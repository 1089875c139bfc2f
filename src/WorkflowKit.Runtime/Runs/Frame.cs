using System.Globalization;

namespace WorkflowKit.Runs;

/// <summary>One pass of a loop, or the top level: the prefix of the paths in it, and the states that expressions ask for.</summary>
internal sealed class Frame
{
    private readonly Frame? _outer;
    private readonly StepSlot? _loop;
    private Dictionary<string, StepState>? _states;

    /// <summary>The top level.</summary>
    internal Frame() => Prefix = "";

    /// <summary>One pass of a loop.</summary>
    internal Frame(Frame outer, StepSlot loop, long pass)
    {
        _outer = outer;
        _loop = loop;
        Prefix = string.Create(CultureInfo.InvariantCulture, $"{outer.PathOf(loop)}[{pass}]/");
    }

    /// <summary>What the paths in it begin with, such as <c>ship[3]/</c>.</summary>
    internal string Prefix { get; }

    internal string PathOf(StepSlot slot) => Of(slot).Prefix is { Length: > 0 } prefix ? prefix + slot.Id : slot.Id;

    internal StepState StateOf(StepSlot slot)
    {
        var frame = Of(slot);
        lock (frame) return frame._states?.GetValueOrDefault(slot.Id) ?? default;
    }

    internal void Note(StepSlot slot, StepState state)
    {
        var frame = Of(slot);
        lock (frame) (frame._states ??= new(StringComparer.Ordinal))[slot.Id] = state;
    }

    private Frame Of(StepSlot slot)
    {
        var frame = this;
        while (!ReferenceEquals(frame._loop, slot.Loop) && frame._outer is { } outer) frame = outer;
        return frame;
    }
}
