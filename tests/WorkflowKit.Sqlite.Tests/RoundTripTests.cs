using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>What a caller was given and what the database gives back are the same.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const string Definition = """
        { "id": "values", "name": "Values", "steps": [
          { "id": "whole", "type": "set", "with": 3 }, { "id": "real", "type": "set", "with": 2.5 }, { "id": "round", "type": "set", "with": "${{ 2.0 * 3.0 }}" },
          { "id": "time", "type": "set", "with": "${{ timestamp('2026-11-27T10:00:00.5Z') }}" }, { "id": "span", "type": "set", "with": "${{ duration('90s') }}" },
          { "id": "list", "type": "set", "with": "${{ [1, 2].map(n, n * 2) }}" }, { "id": "object", "type": "set", "with": { "a": [1, { "b": null }], "ü": "é😀\n" } },
          { "id": "each", "type": "forEach", "items": "['x', 'y']", "steps": [ { "id": "one", "type": "set", "with": "${{ item }}" } ], "result": "steps.one.output" },
          { "id": "nothing", "type": "set", "with": null }, { "id": "never", "type": "set", "if": "steps.whole.output > 5", "with": 1 },
          { "id": "nap", "type": "wait", "for": "PT0.001S" },
          { "id": "tried", "type": "try", "steps": [ { "id": "broken", "type": "fail", "message": "as meant" } ], "catch": [ { "steps": [ { "id": "note", "type": "log", "message": "${{ error.message }}" } ] } ] }
        ], "outputs": { "list": "${{ steps.list.output }}", "time": "${{ steps.time.output }}", "real": "${{ steps.round.output }}" } }
        """;

    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task The_record_of_a_run_is_the_one_that_is_read_back()
    {
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.UseSqlite($"Data Source={_file.Path}")).BuildServiceProvider();
        var saved = await services.GetRequiredService<IWorkflowRegistry>().SaveAsync(Definition);
        saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
        var engine = services.GetRequiredService<IExecutionEngine>();

        var given = await engine.RunAsync("values");
        var read = await engine.GetAsync(given.Id);

        read!.ToJson().ShouldBe(given.ToJson());
    }
}
