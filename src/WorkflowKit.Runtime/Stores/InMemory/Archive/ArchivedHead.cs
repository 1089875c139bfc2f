using System.Runtime.InteropServices;

namespace WorkflowKit.Stores;

/// <summary>What every archived execution has, in one piece.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct ArchivedHead(in ArchivedState state, Guid? uuid, ArchivedParts parts, int patternAt, int objectsAt, int entries)
{
    internal readonly Guid Uuid = uuid ?? default;
    internal readonly long CreatedTicks = state.Header.CreatedAt.UtcTicks;
    internal readonly long PurgeTicks = state.PurgeTicks;
    internal readonly int PatternAt = patternAt;
    internal readonly int ObjectsAt = objectsAt;
    internal readonly int Entries = entries;
    internal readonly int Epoch = state.Epoch;
    internal readonly int ClaimsWithoutProgress = state.ClaimsWithoutProgress;
    internal readonly int ProgressAtClaim = (int)state.ProgressAtClaim;
    internal readonly int LastControl = (int)state.LastControl;
    internal readonly long Ordinal = state.Ordinal;
    internal readonly ArchivedParts Parts = parts;
    internal readonly byte Status = (byte)state.Status;
    internal readonly byte Trigger = (byte)state.Header.Trigger;
}
