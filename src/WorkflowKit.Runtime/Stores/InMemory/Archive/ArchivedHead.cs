using System.Runtime.InteropServices;

namespace WorkflowKit.Stores;

/// <summary>What every archived execution has, in one piece and as small as it can be: there are millions.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct ArchivedHead(in ArchivedState state, Guid? uuid, ArchivedParts parts, ushort pattern, int objectsAt)
{
    private const int StatusBits = 3;

    internal readonly Guid Uuid = uuid ?? default;
    internal readonly long CreatedTicks = state.Header.CreatedAt.UtcTicks;
    internal readonly long PurgeTicks = state.PurgeTicks;
    internal readonly int Ordinal = checked((int)state.Ordinal);
    internal readonly int ObjectsAt = objectsAt;
    internal readonly ushort Pattern = pattern;
    internal readonly ArchivedParts Parts = parts;
    private readonly byte _kinds = (byte)((int)state.Header.Trigger << StatusBits | (int)state.Status);

    internal ExecutionStatus Status => (ExecutionStatus)(_kinds & ((1 << StatusBits) - 1));

    internal ExecutionTrigger Trigger => (ExecutionTrigger)(_kinds >> StatusBits);
}
