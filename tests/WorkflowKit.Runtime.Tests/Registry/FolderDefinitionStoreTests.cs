using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Definitions;
using WorkflowKit.Testing.Stores;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Registry;

public sealed class FolderDefinitionStoreTests : DefinitionStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowkit").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly FolderDefinitionStore _store;

    public FolderDefinitionStoreTests() => _store = new(Path.Combine(_folder, "new", "workflows"), _time);

    protected override IDefinitionStore Store => _store;

    private string Folder => Path.Combine(_folder, "new", "workflows");

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_definition_is_a_file_that_people_can_edit()
    {
        await _store.SaveAsync("orders", Source("1"));
        (await File.ReadAllTextAsync(PathOf("orders"))).ShouldBe("1");

        await File.WriteAllTextAsync(PathOf("orders"), "2");

        (await _store.FindAsync("orders"))!.Source.Text.ShouldBe("2");
    }

    [Fact]
    public async Task Nothing_but_definitions_and_versions_is_left_in_the_folder()
    {
        for (var i = 0; i < 5; i++)
            await _store.SaveAsync("orders", Source($"{i}"));

        Directory.GetFiles(Folder).Select(Path.GetFileName).ShouldBe(["orders.workflow.json"]);
        Directory.GetFiles(Path.Combine(Folder, ".versions", "orders")).Length.ShouldBe(5);
    }

    [Fact]
    public async Task Files_of_other_names_are_left_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "notes.txt"), "x");
        await File.WriteAllTextAsync(Path.Combine(Folder, "My Orders.workflow.json"), "x");

        (await _store.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_was_tampered_with_is_not_found()
    {
        await _store.SaveAsync("orders", Source("1"));
        await _store.SaveAsync("orders", Source("2"));
        await File.WriteAllTextAsync(Path.Combine(Folder, ".versions", "orders", Source("1").Hash + ".json"), "evil");

        (await _store.FindAsync("orders", Source("1").Hash)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_utf8_is_reported_at_its_place()
    {
        await File.WriteAllBytesAsync(PathOf("orders"), [.. "{ \"id\": \"orders\", \"steps\": [], \"name\": \"ü"u8, 0xFF, .. "\" }"u8]);

        var stored = await _store.FindAsync("orders");

        var diagnostic = WorkflowReader.Read(stored!.Source).Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.Span.Start).ShouldBe(("WK1004", stored.Source.Text.IndexOf('ü') + 1));
    }

    [Fact]
    public async Task What_editors_keep_survives_saving_and_loading_to_the_byte()
    {
        const string text = "{\r\n\t\"ui\" : { \"b\":1,  \"a\":1.50e+2 }, // mine\n  \"id\":\"orders\",\"x-é\": \"\\u00e9😀\",\"steps\":[ ]}\n\n";
        using (var before = new RegistryFixture(_store))
            (await before.Registry.SaveAsync(text)).Diagnostics.ShouldBeEmpty();
        using var fixture = new RegistryFixture(_store);

        var found = await fixture.Registry.FindAsync("orders");

        (await File.ReadAllBytesAsync(PathOf("orders"))).ShouldBe(System.Text.Encoding.UTF8.GetBytes(text));
        found!.Definition.Source.Text.ShouldBe(text);
        found.Definition.Root["x-é"]!.Text.ShouldBe("é😀");
    }

    [Fact]
    public async Task A_file_that_changes_is_told_of()
    {
        await using var watch = new Watch(_store, _time);
        await File.WriteAllTextAsync(PathOf("orders"), "1");
        (await watch.NextAsync()).ShouldBe("orders");

        await File.WriteAllTextAsync(PathOf("orders"), "12");
        (await watch.NextAsync()).ShouldBe("orders");

        File.Delete(PathOf("orders"));
        (await watch.NextAsync()).ShouldBe("orders");
    }

    [Fact]
    public async Task An_edited_file_runs_and_a_broken_one_does_not()
    {
        using var fixture = new RegistryFixture(_store);
        await fixture.Registry.SaveAsync(RegistryFixture.Text("orders", "One"));
        using var service = new WorkflowKit.Registry.DefinitionWatcher(
            fixture.Core, _store, _time, Microsoft.Extensions.Logging.Abstractions.NullLogger<WorkflowKit.Registry.DefinitionWatcher>.Instance);
        await service.StartAsync(CancellationToken.None);

        await File.WriteAllTextAsync(PathOf("orders"), RegistryFixture.Text("orders", "Twice"));
        await UntilAsync(async () => (await fixture.Registry.FindAsync("orders"))!.Name == "Twice");

        // The edited text is a version from now on, since executions may begin with it.
        (await _store.FindAsync("orders", RegistryFixture.HashOf(RegistryFixture.Text("orders", "Twice")))).ShouldNotBeNull();
        var compiled = fixture.Compiler.Compiled;
        await File.WriteAllTextAsync(PathOf("orders"), RegistryFixture.Bad("orders"));
        await UntilAsync(() => Task.FromResult(fixture.Compiler.Compiled > compiled));

        (await fixture.Registry.FindAsync("orders"))!.Name.ShouldBe("Twice");
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task After_a_restart_over_a_broken_file_the_last_good_version_runs()
    {
        using (var before = new RegistryFixture(_store))
            await before.Registry.SaveAsync(RegistryFixture.Text("orders", "One"));
        await File.WriteAllTextAsync(PathOf("orders"), RegistryFixture.Bad("orders"));
        using var fixture = new RegistryFixture(_store);

        (await fixture.Registry.FindAsync("orders"))!.Name.ShouldBe("One");

        (await fixture.Registry.ProblemsAsync()).ShouldHaveSingleItem();
    }

    private string PathOf(string id) => Path.Combine(Folder, id + ".workflow.json");

    private Task UntilAsync(Func<Task<bool>> condition) => UntilAsync(_time, condition);

    // The system tells of files when it likes; what is waited for beyond that passes with every look.
    private static Task UntilAsync(FakeTimeProvider time, Func<Task<bool>> condition)
    {
        return Poll.UntilAsync(HoldsAfterASecondAsync, TimeSpan.FromSeconds(20), () => new("The change was not told of."));

        async ValueTask<bool> HoldsAfterASecondAsync()
        {
            if (await condition()) return true;
            time.Advance(TimeSpan.FromSeconds(1));
            return false;
        }
    }

    /// <summary>Follows the changes of a store while time goes by.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly FakeTimeProvider _time;
        private readonly IAsyncEnumerator<string> _changes;
        private Task<bool> _next;

        public Watch(IDefinitionStore store, FakeTimeProvider time)
        {
            _time = time;
            _changes = store.WatchAsync(_stop.Token).GetAsyncEnumerator();
            _next = _changes.MoveNextAsync().AsTask();
        }

        public async Task<string> NextAsync()
        {
            await UntilAsync(_time, () => Task.FromResult(_next.IsCompleted));
            (await _next).ShouldBeTrue();
            var change = _changes.Current;
            _next = _changes.MoveNextAsync().AsTask();
            return change;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _next.ContinueWith(_ => { }, TaskScheduler.Default);
            await _changes.DisposeAsync();
            _stop.Dispose();
        }
    }

    [Fact]
    public void A_folder_without_definitions_is_named_in_the_log()
    {
        var log = new LogRecorder(LogLevel.Information);
        var empty = Path.Combine(_folder, "typo");

        using var store = new FolderDefinitionStore(empty, logger: new Logger<FolderDefinitionStore>(log));

        log.Lines.ShouldHaveSingleItem().Message.ShouldContain(empty);
    }
}
