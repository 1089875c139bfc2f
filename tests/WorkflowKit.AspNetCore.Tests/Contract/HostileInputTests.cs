using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>Whatever a request is, its answer is one that the document promises. The requests are made of the document that the host serves.</summary>
public sealed class HostileInputTests(ContractHost shared) : IClassFixture<ContractHost>
{
    private const int Shown = 12;

    public static TheoryData<string> Operations => [.. ApiDocument.Parse(Approved()).Operations.Select(static one => one.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_answers_as_documented_whatever_it_is_sent(string id)
    {
        var operation = shared.Document.Operation(id);
        var user = id == "importExecution" ? "operator" : $"{id}-caller";
        await shared.SaveDefinitionsAsync();
        var executions = await ExecutionsAsync(user);
        var lines = (await shared.SendAsync(new ApiRequest("GET", $"{WebHost.Prefix}/executions/{executions[2]}/export") { User = user }, readsStreams: true)).Text!;
        // So that the first import of it is one that nothing stands against.
        if (id == "importExecution") await shared.Host.Engine.DeleteAsync(executions[2], TestContext.Current.CancellationToken);
        var requests = new RequestGenerator(shared.Document, operation, user, executions, lines).All().ToList();

        var (failures, statuses) = await shared.TryAsync(requests);

        // A request that means well is among them, and one that is refused, where the document knows of any.
        statuses.ShouldContain(static status => status < 400);
        if (operation.Responses.Keys.Any(static status => status is 400 or 404)) statuses.ShouldContain(static status => status == 400 || status == 404);
        Assert.True(failures.Count == 0, $"{failures.Count} of {requests.Count} answers are not as documented.\n\n{string.Join("\n", failures.Take(Shown))}");
    }

    /// <summary>One that waits, one that runs, one that has completed, one that has failed, and another's.</summary>
    private async Task<IReadOnlyList<string>> ExecutionsAsync(string user)
    {
        var client = shared.Host.Client(user);
        var waiting = await WebHost.StartAsync(client, "approval");
        var running = await WebHost.StartAsync(client, "gated", $$"""{ "key": "{{user}}" }""");
        var completed = await WebHost.StartAsync(client, "greeting", """{ "name": "Ada" }""");
        var failed = await WebHost.StartAsync(client, "demanding", $$"""{ "key": "{{user}}" }""");
        var anothers = await WebHost.StartAsync(shared.Host.Client($"{user}-other"), "approval");
        await shared.Host.UntilAsync(waiting, static record => record.Status is ExecutionStatus.Paused);
        await shared.Host.UntilAsync(completed, static record => record.Status is ExecutionStatus.Completed);
        await shared.Host.UntilAsync(failed, static record => record.Status is ExecutionStatus.Failed);
        return [waiting, running, completed, failed, anothers];
    }

    private static JsonElement Approved() =>
        JsonElement.Parse(File.ReadAllText(Repository.File("tests", "WorkflowKit.AspNetCore.Tests", "OpenApi", "openapi.approved.json")));
}
