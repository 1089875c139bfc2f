using WorkflowKit.Log;
using WorkflowKit.Stores;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>Texts that PostgreSQL cannot keep as they are.</summary>
public sealed class TextTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    private const string Odd = "a\0b\uD800c";

    [Fact]
    public async Task What_names_something_is_refused()
    {
        var store = Database.Open();

        (await Should.ThrowAsync<ArgumentException>(async () => await store.CreateAsync(Header("one", userId: Odd), null))).Message.ShouldContain("user's id");
        (await Should.ThrowAsync<ArgumentException>(async () => await store.CreateAsync(Header("one", startKey: "k\0"), null))).Message.ShouldContain("start key");
        (await Should.ThrowAsync<ArgumentException>(async () => await store.CreateAsync(Header("one", startKey: new string('é', 501)), null))).Message.ShouldContain("1000 bytes");
        (await store.QueryAsync(new ExecutionQuery())).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_as_long_as_it_may_be_is_kept()
    {
        var random = new Random(1);
        string Long() => string.Concat(Enumerable.Range(0, 1_000).Select(_ => (char)random.Next('0', 'z')));
        var store = Database.Open();

        (await store.CreateAsync(Header(Long(), startKey: Long(), userId: Long()), null)).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_shown_is_shown_with_a_replacement()
    {
        var store = Database.Open();
        var log = (await store.CreateAsync(Header("one", workflowName: Odd), "owner")).Log!;
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running));
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Failed) { Entry = new ExecutionFailed(DateTimeOffset.UtcNow, new StepError(null, null, Odd, "Error", null)) });

        var summary = (await store.QueryAsync(new ExecutionQuery { Text = "A\uFFFDB" })).Items.ShouldHaveSingleItem();

        summary.WorkflowName.ShouldBe("a\uFFFDb\uFFFDc");
        summary.Error!.Message.ShouldBe("a\0b\uFFFDc");
    }

    [Fact]
    public async Task What_is_looked_for_with_it_is_not_found()
    {
        var store = Database.Open();
        await store.CreateAsync(Header("one"), null);

        (await store.FindAsync(Odd)).ShouldBeNull();
        (await store.ReadAsync(Odd, 0, 1)).ShouldBeEmpty();
        (await store.ClaimAsync(Odd, "owner")).ShouldBeNull();
        (await store.AddControlAsync(new ControlRequest(Odd, ControlKind.Cancel, DateTimeOffset.UtcNow))).ShouldBeFalse();
        (await store.QueryAsync(new ExecutionQuery { UserId = Odd })).Items.ShouldBeEmpty();
        (await store.QueryAsync(new ExecutionQuery { Text = Odd })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reason_with_it_is_kept()
    {
        var store = Database.Open();
        var created = await store.CreateAsync(Header("one"), "owner");

        await store.AddControlAsync(new ControlRequest("one", ControlKind.Cancel, DateTimeOffset.UtcNow) { By = "a\0", Reason = "b\0" });

        (await created.Log!.ReadControlsAsync()).ShouldHaveSingleItem().Reason.ShouldBe("b\0");
    }
}
