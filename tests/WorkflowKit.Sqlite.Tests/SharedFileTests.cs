using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Log;
using WorkflowKit.Sqlite.Stores;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>One file in the hands of several processes, each with a store of its own.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_a_process_that_is_gone_was_running_is_due_at_once()
    {
        var gone = _file.Open();
        var created = await gone.CreateAsync(DatabaseFile.Header("one"), "gone");
        var next = _file.Open();
        (await next.FindDueAsync("next", 10)).Ids.ShouldBeEmpty("the process lives");

        gone.Dispose();

        (await next.FindDueAsync("next", 10)).Ids.ShouldBe([created.Id]);
    }

    [Fact]
    public async Task A_control_from_another_process_reaches_the_owner_when_it_looks_for_work()
    {
        var owner = _file.Open();
        var created = await owner.CreateAsync(DatabaseFile.Header("one"), "owner");

        await _file.Open().AddControlAsync(new ControlRequest(created.Id, ControlKind.Cancel, DateTimeOffset.UtcNow));

        (await owner.FindDueAsync("owner", 10)).Ids.ShouldBe([created.Id]);
        created.Log!.PendingControl.ShouldBe(1);
        (await owner.FindDueAsync("owner", 10)).Ids.ShouldBeEmpty("it was told once");
        (await created.Log.ReadControlsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(ControlKind.Cancel);
    }

    [Fact]
    public async Task An_owner_that_was_writing_is_refused_once_another_process_has_taken_its_execution()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var log = (await _file.Open(time).CreateAsync(DatabaseFile.Header("one"), "owner")).Log!;
        await WriteAsync(log);
        await WriteAsync(log);
        var next = _file.Open(time);
        time.Advance(next.LeaseDuration);
        (await next.FindDueAsync("next", 10)).Ids.ShouldBe(["one"]);
        (await next.ClaimAsync("one", "next")).ShouldNotBeNull();

        await Should.ThrowAsync<ExecutionTakenOverException>(() => WriteAsync(log));

        (await next.ReadAsync("one", 0, 100)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_control_from_another_process_reaches_the_owner_with_its_next_write()
    {
        var log = (await _file.Open().CreateAsync(DatabaseFile.Header("one"), "owner")).Log!;
        await WriteAsync(log);
        await _file.Open().AddControlAsync(new ControlRequest("one", ControlKind.Cancel, DateTimeOffset.UtcNow));

        await WriteAsync(log);

        log.PendingControl.ShouldBe(1);
    }

    [Fact]
    public async Task Many_writers_lose_nothing()
    {
        SqliteExecutionStore[] stores = [_file.Open(), _file.Open()];

        var logs = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number => (await stores[number % 2].CreateAsync(DatabaseFile.Header($"run-{number}"), $"host-{number % 2}")).Log!));
        await Task.WhenAll(logs.Select(log => Task.Run(async () =>
        {
            for (var line = 0; line < 25; line++) await WriteAsync(log);
        })));

        foreach (var log in logs)
            (await stores[0].ReadAsync(log.Header.Id, 0, 100)).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 25).Select(number => (long)number));
    }

    private static async Task WriteAsync(IExecutionLog log)
    {
        log.Append(new LogWritten(DateTimeOffset.UtcNow, LogLevel.Information, "A line."));
        await log.CommitAsync();
    }
}
