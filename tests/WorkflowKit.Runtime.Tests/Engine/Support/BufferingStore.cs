using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A store as a database is one: what was appended and not committed dies with its host.</summary>
internal sealed class BufferingStore(IExecutionStore inner) : StoreDecorator(inner)
{
    protected override IExecutionLog Decorate(IExecutionLog log) => new Log(log);

    private sealed class Log(IExecutionLog inner) : LogDecorator(inner)
    {
        private readonly Lock _gate = new();
        private readonly List<ProgressEvent> _buffer = [];

        public override long LastSequence
        {
            get
            {
                lock (_gate) return Inner.LastSequence + _buffer.Count;
            }
        }

        public override void Append(ProgressEvent entry)
        {
            lock (_gate)
            {
                entry.Place(Header.Id, Inner.LastSequence + _buffer.Count + 1);
                _buffer.Add(entry);
            }
        }

        public override ValueTask CommitAsync(CancellationToken cancellationToken = default)
        {
            lock (_gate)
            {
                Flush();
                return Inner.CommitAsync(cancellationToken);
            }
        }

        public override ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default)
        {
            lock (_gate)
            {
                Flush();
                return Inner.CommitAsync(change, cancellationToken);
            }
        }

        public override async ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default)
        {
            var stored = await Inner.ReadAsync(cancellationToken);
            lock (_gate) return [.. stored, .. _buffer];
        }

        private void Flush()
        {
            foreach (var entry in _buffer) Inner.Append(entry);
            _buffer.Clear();
        }
    }
}
