using WorkflowKit.Log;
using WorkflowKit.Stores;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Stores;

public sealed class InMemoryExecutionStoreTests : ExecutionStoreContract
{
    public InMemoryExecutionStoreTests() => Store = new InMemoryExecutionStore(Clock);

    protected override IExecutionStore Store { get; }

    [Fact]
    public async Task What_a_step_does_is_kept_without_an_event_and_read_as_one()
    {
        var log = await RunningAsync();
        var input = SampleLog.Json("1");

        var place = log.TryAppend(new StepFact(SampleLog.At(1), SampleLog.Book, "ship[1]/book", 3, input));
        log.TryAppend(new StepFact(SampleLog.At(3), SampleLog.Book, "ship[1]/book", 3, null, TimeSpan.FromSeconds(2)));

        place.ShouldBe(2);
        var read = await log.ReadAsync();
        SampleLog.Journal(read[1]).ShouldBe(SampleLog.Journal(Placed(new StepStarted(SampleLog.At(1), SampleLog.Book, "ship[1]/book", 3, input), log, 2)));
        SampleLog.Journal(read[2]).ShouldBe(SampleLog.Journal(Placed(new StepCompleted(SampleLog.At(3), SampleLog.Book, "ship[1]/book", 3, null, TimeSpan.FromSeconds(2)), log, 3)));
    }

    [Fact]
    public async Task What_a_step_does_is_not_kept_once_another_host_has_the_execution()
    {
        var log = await RunningAsync(owner: "a");
        Clock.Advance(Store.LeaseDuration);
        await Store.ClaimAsync(log.Header.Id, "b");

        log.TryAppend(new StepFact(SampleLog.At(1), SampleLog.Book, "book", 1, null)).ShouldBe(0);

        (await Store.ReadAsync(log.Header.Id, 0, 10)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mark_from_before_more_changes_than_it_has_room_for_is_too_old()
    {
        var mark = (await Store.FindChangesAsync(null, 1)).Mark;

        for (var count = 0; count < MemoryChanges.Room; count++) await Store.CreateAsync(Header(), null);
        (await Store.FindChangesAsync(mark, MemoryChanges.Room)).IsIncomplete.ShouldBeFalse();
        await Store.CreateAsync(Header(), null);

        (await Store.FindChangesAsync(mark, MemoryChanges.Room)).IsIncomplete.ShouldBeTrue();
    }

    private static ProgressEvent Placed(ProgressEvent entry, IExecutionLog log, long sequence)
    {
        entry.Place(log.Header.Id, sequence);
        return entry;
    }
}
