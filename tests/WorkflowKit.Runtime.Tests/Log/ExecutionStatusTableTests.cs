using WorkflowKit.Log;
using static WorkflowKit.ExecutionStatus;

namespace WorkflowKit.Tests.Log;

public class ExecutionStatusTableTests
{
    private static readonly Dictionary<ExecutionStatus, ExecutionStatus[]> Legal = new()
    {
        [Pending] = [Running, Paused, Failed, Cancelled],
        [Running] = [Paused, Completed, Failed, Cancelled],
        [Paused] = [Pending, Running, Failed, Cancelled],
        [Failed] = [Pending, Running],
        [Completed] = [],
        [Cancelled] = [],
    };

    public static TheoryData<ExecutionStatus, ExecutionStatus> Changes =>
        [.. from before in Enum.GetValues<ExecutionStatus>() from after in Enum.GetValues<ExecutionStatus>() select (before, after)];

    [Theory, MemberData(nameof(Changes))]
    public void Only_the_changes_of_the_table_are_legal(ExecutionStatus before, ExecutionStatus after)
    {
        if (Legal[before].Contains(after))
        {
            ExecutionStatusTable.Demand("x", before, after);
            return;
        }
        var error = Should.Throw<ExecutionStateException>(() => ExecutionStatusTable.Demand("x", before, after));
        error.Status.ShouldBe(before);
        error.ExecutionId.ShouldBe("x");
    }
}
