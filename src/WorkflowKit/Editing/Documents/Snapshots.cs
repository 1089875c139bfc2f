using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Documents;

/// <summary>What was learned of the last few texts. Safe to use from several threads.</summary>
internal sealed class Snapshots
{
    // Several questions about one text come at once, and then never again: a large definition takes some megabytes.
    private const int Capacity = 4;

    private readonly Lock _gate = new();
    private readonly LinkedList<Snapshot> _recent = new();

    public Snapshot Of(SourceText source)
    {
        lock (_gate)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (!IsSame(node.Value.Source, source))
                    continue;
                _recent.Remove(node);
                _recent.AddFirst(node);
                return node.Value;
            }

            var snapshot = new Snapshot(source);
            _recent.AddFirst(snapshot);
            if (_recent.Count > Capacity)
                _recent.RemoveLast();
            return snapshot;
        }
    }

    private static bool IsSame(SourceText one, SourceText other) =>
        ReferenceEquals(one, other) || (one.Text.Length == other.Text.Length && one.FileName == other.FileName && one.Text == other.Text);
}
