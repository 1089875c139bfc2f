using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class AllocationTests
{
    [Fact]
    public void Numbers_times_and_comparisons_allocate_nothing()
    {
        IReadOnlyList<long> list = [1, 2, 3];
        var time = Cel.ToTimestamp(0);

        Allocated(() => Cel.Add(Cel.Of(1), Cel.Of(2.5)) == Cel.Of(3.5)).ShouldBe(0);
        Allocated(() => Cel.Less(1, 2.5) && Cel.AreEqual(3UL, 3m)).ShouldBe(0);
        Allocated(() => Cel.Add(time, TimeSpan.FromSeconds(1)) > time && Cel.GetFullYear(time) == 1970).ShouldBe(0);
        Allocated(() => Cel.All(list, static n => n > 0) && Cel.Exists(list, static (i, n) => i == n - 1) && Cel.In(2L, list)).ShouldBe(0);
        Allocated(() => Cel.StartsWith("abc", "a") && Cel.Add(1L, 2UL) == 3 && Cel.Modulo(7UL, 4L) == 3).ShouldBe(0);
    }

    private static long Allocated(Func<bool> action)
    {
        for (var i = 0; i < 100; i++)
            action().ShouldBeTrue();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            _ = action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
