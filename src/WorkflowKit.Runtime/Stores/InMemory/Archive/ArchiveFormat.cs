using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WorkflowKit.Stores;

/// <summary>A finished execution as bytes and objects: its head, what only some have, then its entries as they differ from those of its pattern.</summary>
internal static class ArchiveFormat
{
    private const int HeadObjects = 10;
    private const int LikenessBits = 3;
    private static readonly JsonElement NoInputs = JsonElement.Parse("{}");

    /// <summary>How an entry stands to the pattern's at its place.</summary>
    private enum Likeness
    {
        /// <summary>But for its time; it took as long as passed since the entry before.</summary>
        Usual,

        /// <summary>But for its time and duration.</summary>
        Same,

        /// <summary>And for its value.</summary>
        OtherValue,

        Other,

        /// <summary>It is of a kind that is kept as an event.</summary>
        Whole,
    }

    internal static int MaxBytes(int entries) => Unsafe.SizeOf<ArchivedHead>() + (7 + entries * 2) * ArchiveWriter.MaxNumber;

    internal static int MaxObjects(int entries) => HeadObjects + entries;

    internal static ArchivedParts PartsOf(in ArchivedState state, bool isUuid)
    {
        var header = state.Header;
        var hasInputs = header.Inputs.ValueKind is not JsonValueKind.Object || !JsonMarshal.GetRawUtf8Value(header.Inputs).SequenceEqual("{}"u8);
        return (isUuid ? 0 : ArchivedParts.TextId) | (hasInputs ? ArchivedParts.Inputs : 0)
            | (header.UserId is null ? 0 : ArchivedParts.UserId) | (header.ParentId is null ? 0 : ArchivedParts.Parent)
            | (header.RerunOf is null ? 0 : ArchivedParts.RerunOf) | (header.StartKey is null ? 0 : ArchivedParts.StartKey)
            | (header.Tags.Count == 0 ? 0 : ArchivedParts.Tags) | (header.ConcurrencyKey is null ? 0 : ArchivedParts.ConcurrencyKey) | (state.Counters == ArchivedCounters.Usual ? 0 : ArchivedParts.Counters);
    }

    internal static void WriteParts(ref ArchiveWriter writer, in ArchivedState state, ArchivedParts parts)
    {
        if (parts == ArchivedParts.None) return;
        var header = state.Header;
        if (parts.HasFlag(ArchivedParts.TextId)) writer.Object(header.Id);
        if (parts.HasFlag(ArchivedParts.Inputs)) writer.Object(header.Inputs);
        if (header.UserId is { } user) writer.Object(user);
        if (header.ParentId is { } parent)
        {
            writer.Object(parent);
            writer.Object(header.ParentPath);
        }
        if (header.RerunOf is { } rerunOf) writer.Object(rerunOf);
        if (header.StartKey is { } startKey) writer.Object(startKey);
        if (parts.HasFlag(ArchivedParts.Tags)) writer.Object(header.Tags);
        if (header.ConcurrencyKey is { } key)
        {
            writer.Object(key);
            writer.Number((ulong)header.ConcurrencyLimit);
        }
        if (!parts.HasFlag(ArchivedParts.Counters)) return;
        var counters = state.Counters;
        writer.Number((ulong)counters.Epoch);
        writer.Number((ulong)counters.ClaimsWithoutProgress);
        writer.Number((ulong)counters.ProgressAtClaim);
        writer.Number((ulong)counters.LastControl);
        writer.Number(counters.WasGivenBack ? 1u : 0);
    }

    internal static ArchivedState ReadState(ref ArchiveReader reader, in ArchivedHead head, ArchivePattern pattern)
    {
        var parts = head.Parts;
        var hasParent = parts.HasFlag(ArchivedParts.Parent);
        var hasKey = parts.HasFlag(ArchivedParts.ConcurrencyKey);
        var header = new ExecutionHeader
        {
            WorkflowId = pattern.WorkflowId,
            WorkflowName = pattern.WorkflowName,
            DefinitionHash = pattern.DefinitionHash,
            Trigger = head.Trigger,
            CreatedAt = new DateTimeOffset(head.CreatedTicks, TimeSpan.Zero),
            // From here on in the order of writing.
            Id = parts.HasFlag(ArchivedParts.TextId) ? (string)reader.Object()! : head.Uuid.ToString(),
            Inputs = parts.HasFlag(ArchivedParts.Inputs) ? (JsonElement)reader.Object()! : NoInputs,
            UserId = reader.Text(parts.HasFlag(ArchivedParts.UserId)),
            ParentId = reader.Text(hasParent),
            ParentPath = reader.Text(hasParent),
            RerunOf = reader.Text(parts.HasFlag(ArchivedParts.RerunOf)),
            StartKey = reader.Text(parts.HasFlag(ArchivedParts.StartKey)),
            Tags = parts.HasFlag(ArchivedParts.Tags) ? (IReadOnlyList<string>)reader.Object()! : [],
            ConcurrencyKey = reader.Text(hasKey),
            ConcurrencyLimit = hasKey ? (int)reader.Number() : 0,
        };
        var counters = parts.HasFlag(ArchivedParts.Counters)
            ? new ArchivedCounters((int)reader.Number(), (int)reader.Number(), (long)reader.Number(), (long)reader.Number(), reader.Number() != 0)
            : ArchivedCounters.Usual;
        return new(header, head.Ordinal, head.Status, counters, head.PurgeTicks);
    }

    /// <returns>How many entries are not like the pattern's.</returns>
    internal static int WriteEntries(ref ArchiveWriter writer, ReadOnlySpan<MemoryEntry> entries, long createdTicks, ReadOnlySpan<MemoryEntry> pattern)
    {
        writer.Number((ulong)entries.Length);
        var ticks = createdTicks;
        var unlike = 0;
        for (var index = 0; index < entries.Length; index++)
        {
            ref readonly var entry = ref entries[index];
            var passed = entry.Ticks - ticks;
            var likeness = entry.Whole is not null ? Likeness.Whole
                : index >= pattern.Length || !entry.IsLike(pattern[index]) ? Likeness.Other
                : !ReferenceEquals(entry.Value, pattern[index].Value) ? Likeness.OtherValue
                : entry.DurationTicks == entry.UsualDuration(passed) ? Likeness.Usual : Likeness.Same;
            writer.Number(ArchiveWriter.Fold(passed) << LikenessBits | (uint)likeness);
            ticks = entry.Ticks;
            if (likeness is Likeness.Same or Likeness.OtherValue) writer.Number(entry.DurationTicks);
            else if (likeness is not Likeness.Usual) unlike++;
            if (likeness is Likeness.OtherValue) writer.Object(entry.Value);
            else if (likeness is Likeness.Other) writer.Object(entry);
            else if (likeness is Likeness.Whole) writer.Object(entry.Whole);
        }
        return unlike;
    }

    /// <summary>The entries, which stand behind the state.</summary>
    internal static MemoryEntry[] ReadEntries(ref ArchiveReader reader, in ArchivedHead head, ReadOnlySpan<MemoryEntry> pattern)
    {
        var entries = new MemoryEntry[(int)reader.Number()];
        var ticks = head.CreatedTicks;
        for (var index = 0; index < entries.Length; index++)
        {
            var number = reader.Number();
            var passed = ArchiveReader.Unfold(number >> LikenessBits);
            ticks += passed;
            entries[index] = (Likeness)(number & ((1 << LikenessBits) - 1)) switch
            {
                Likeness.Usual => pattern[index].At(ticks, pattern[index].UsualDuration(passed), pattern[index].Value),
                Likeness.Same => pattern[index].At(ticks, reader.Number(), pattern[index].Value),
                Likeness.OtherValue => pattern[index].At(ticks, reader.Number(), reader.Object()),
                Likeness.Other => (MemoryEntry)reader.Object()!,
                _ => MemoryEntry.Of((ProgressEvent)reader.Object()!),
            };
        }
        return entries;
    }
}
