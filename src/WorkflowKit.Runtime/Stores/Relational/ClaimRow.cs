using System.Data.Common;
using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>An execution as one finds it who wants to claim it.</summary>
/// <param name="Header">What is known of it since its creation.</param>
/// <param name="State">Where it would stand at the beginning of the claimer's term, but for what is read elsewhere.</param>
/// <param name="Owner">The host that has it.</param>
/// <param name="ProgressAtClaim">The last entry that told of work done, when it was claimed before.</param>
/// <param name="WasGivenBack">Whether its owner gave it up by itself.</param>
internal sealed record ClaimRow(ExecutionHeader Header, ExecutionState State, string? Owner, long ProgressAtClaim, bool WasGivenBack)
{
    /// <summary>How many columns <see cref="Columns"/> are.</summary>
    internal const int Count = ExecutionRow.HeaderCount + 13;

    /// <summary>The columns that <see cref="Read"/> reads, in their order; the body is the inputs'.</summary>
    internal const string Columns =
        $"{ExecutionRow.HeaderColumns}, key, status, owner, epoch, changes, claims, progress_at_claim, was_given_back, last_control, handled_control, due_at, purge_at, body";

    /// <summary>An entry that tells of work done: not of a claim, nor of a step that may have brought its host down.</summary>
    internal const string IsProgress = """body NOT LIKE '{"type":"step_started"%' AND NOT (body LIKE '{"type":"execution_resumed"%' AND body LIKE '%"reason":"recovery"%')""";

    internal static ClaimRow Read(DbDataReader row, string claimer)
    {
        var (last, handled) = (row.GetInt64(22), row.GetInt64(23));
        var state = new ExecutionState(row.GetInt64(14), LogNames.ToExecutionStatus(row.GetString(15)), claimer, row.GetInt32(17) + 1)
        {
            Changes = row.GetInt64(18),
            ClaimsWithoutProgress = row.GetInt32(19),
            PendingControl = last > handled ? last : 0,
            DueAt = ExecutionRow.Time(row, 24),
            PurgeAt = ExecutionRow.Time(row, 25),
        };
        return new ClaimRow(ExecutionRow.ReadHeader(row, row.GetString(26)), state, ExecutionRow.Text(row, 16), row.GetInt64(20), row.GetBoolean(21));
    }

    /// <summary>How many claims in a row, this one among them, saw nothing done.</summary>
    /// <param name="progress">The last entry that tells of work done.</param>
    internal int ClaimsWithoutProgress(long progress)
    {
        if (State.Status is not ExecutionStatus.Running) return State.ClaimsWithoutProgress;
        // Burying raises the epoch as well; only the first claim of all has nothing to compare with.
        if (State.Epoch == 1 || progress != ProgressAtClaim) return 0;
        return WasGivenBack ? State.ClaimsWithoutProgress : State.ClaimsWithoutProgress + 1;
    }
}
