namespace WorkflowKit.Testing.Tests;

public sealed class VirtualTimeTests
{
    private readonly VirtualTime _time = new();
    private readonly List<string> _calls = [];

    [Fact]
    public void Timers_are_called_in_their_order_when_time_reaches_them()
    {
        using var late = Timer("late", TimeSpan.FromSeconds(2));
        using var early = Timer("early", TimeSpan.FromSeconds(1));

        _time.Advance(TimeSpan.FromSeconds(1));
        _calls.ShouldBe(["early"]);
        _time.Advance(TimeSpan.FromSeconds(5));

        _calls.ShouldBe(["early", "late"]);
    }

    [Fact]
    public void A_timer_that_repeats_is_called_each_time_until_it_ends()
    {
        var timer = Timer("tick", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(5));
        _calls.Count.ShouldBe(3);
        timer.Dispose();
        _time.Advance(TimeSpan.FromSeconds(5));

        _calls.Count.ShouldBe(3);
        timer.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_periodic_timer_ticks()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), _time);
        var next = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask();
        next.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromMinutes(1));

        (await next).ShouldBeTrue();
    }

    [Fact]
    public void Time_does_not_go_back() => Should.Throw<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));

    private ITimer Timer(string name, TimeSpan due, TimeSpan? period = null) =>
        _time.CreateTimer(_ => _calls.Add(name), null, due, period ?? Timeout.InfiniteTimeSpan);
}
