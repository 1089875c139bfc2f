namespace WorkflowKit.Sqlite.Database;

/// <summary>A write with an answer. Where it is refused by a rule (an exception of WorkflowKit's own), it has written nothing, and the others of its transaction go on.</summary>
internal sealed class SqliteCall<T>(Func<SqliteSession, T> work, bool leavesOwners) : SqliteWrite
{
    private readonly TaskCompletionSource<T> _answer = new();
    private T? _result;
    private Exception? _refusal;
    private Exception? _error;

    public override bool IsShared => false;

    internal Task<T> Answer => _answer.Task;

    internal override void Run(SqliteSession session)
    {
        if (!leavesOwners) session.Logs.ForgetAll();
        try
        {
            (_refusal, _result) = (null, work(session));
        }
        catch (WorkflowKitException error)
        {
            _refusal = error;
        }
    }

    internal override void Committed() => _error = _refusal;

    internal override void Failed(Exception error) => _error = error;

    public override void Complete()
    {
        if (_error is null) _answer.TrySetResult(_result!);
        else _answer.TrySetException(_error);
    }
}
