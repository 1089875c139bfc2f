using System.Text;
using System.Text.Json;
using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>Puts a stretch of a log together from its stored entries, in their order.</summary>
/// <param name="executionId">The execution.</param>
/// <param name="after">The sequence after which the stretch begins.</param>
internal sealed class StoredEntries(string executionId, long after)
{
    private readonly JournalReader _reader = new();
    private readonly List<ProgressEvent> _entries = [];

    internal IReadOnlyList<ProgressEvent> Entries => _entries;

    /// <exception cref="ExecutionCorruptException">The entry cannot be read, or is another's.</exception>
    internal void Add(long sequence, string body)
    {
        try
        {
            var expected = after + _entries.Count + 1;
            if (sequence != expected) throw new FormatException($"entry {expected} is missing");
            var entry = _reader.Read(Encoding.UTF8.GetBytes(body));
            if (entry.Sequence != sequence || entry.ExecutionId != executionId)
                throw new FormatException($"it says that it is entry {entry.Sequence} of execution {entry.ExecutionId}");
            _entries.Add(entry);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new ExecutionCorruptException(executionId, sequence, error);
        }
    }
}
