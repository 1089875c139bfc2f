using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkflowKit.EndToEnd.Samples;

/// <summary>The README's first command, and what its greeting says to try.</summary>
public sealed class WebSampleTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("workflowkit-web-sample-");
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_commands_that_it_prints_run_an_order_follow_an_export_and_list_both()
    {
        await using var sample = await WebSample.StartAsync(_data.FullName);

        var order = JsonElement.Parse(await OutputOfAsync(sample.Commands[0]));
        var events = await OutputOfAsync(sample.Commands[1]);
        var list = JsonElement.Parse(await OutputOfAsync(sample.Commands[2]));

        order.GetProperty("status").GetString().ShouldBe("completed");
        events.ShouldContain("id: 1\nevent: execution_started");
        events.ShouldContain("event: execution_completed");
        list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("workflowId").GetString()).ShouldBe(["export-data", "order-fulfilment"]);
    }

    [Fact]
    public async Task An_order_that_waits_for_an_answer_waits_through_a_restart()
    {
        string id;
        await using (var first = await WebSample.StartAsync(_data.FullName))
        {
            id = await StartAsync(first, "order-fulfilment", new { orderId = "B-17" });
            await UntilAsync(first, id, "paused");
            (await first.InterruptAsync()).ShouldBe(0);
        }
        await using var second = await WebSample.StartAsync(_data.FullName);

        using var answer = await _http.PostAsJsonAsync(new Uri(second.Api, $"executions/{id}/input"), new { path = await WaitingStepAsync(second, id), data = new { approved = true } }, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancellation));
        await UntilAsync(second, id, "completed");
    }

    [Fact]
    public async Task What_was_running_when_it_was_killed_goes_on_when_it_is_started_again()
    {
        string id;
        await using (var first = await WebSample.StartAsync(_data.FullName))
        {
            id = await StartAsync(first, "export-data", new { });
            await EventAsync(first, id, "step_completed");
            await first.KillAsync();
        }

        await using var second = await WebSample.StartAsync(_data.FullName);

        var record = await UntilAsync(second, id, "completed");
        record.GetProperty("outputs").GetProperty("rows").GetInt32().ShouldBe(1204);
    }

    [Fact]
    public async Task A_workflow_that_somebody_changed_is_not_seeded_anew()
    {
        const string changed = """{ "id": "export-data", "steps": [ { "id": "tell", "type": "log", "message": "Mine" } ] }""";
        await using (var first = await WebSample.StartAsync(_data.FullName))
        {
            using var saved = await _http.PutAsync(new Uri(first.Api, "definitions/export-data"), new StringContent(changed, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Cancellation);
            saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync(Cancellation));
            (await first.InterruptAsync()).ShouldBe(0);
        }

        await using var second = await WebSample.StartAsync(_data.FullName);

        (await _http.GetStringAsync(new Uri(second.Api, "definitions/export-data"), Cancellation)).ShouldContain("Mine");
    }

    public void Dispose()
    {
        _http.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task<string> StartAsync(WebSample sample, string workflowId, object inputs)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(sample.Api, "executions"), new { workflowId, inputs }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;
    }

    /// <summary>The record, once it has a status.</summary>
    private async Task<JsonElement> UntilAsync(WebSample sample, string id, string status)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(Patience);
        while (true)
        {
            var record = await _http.GetFromJsonAsync<JsonElement>(new Uri(sample.Api, $"executions/{id}"), timeout.Token);
            if (record.GetProperty("status").GetString() == status) return record;
            await Task.Delay(50, timeout.Token);
        }
    }

    private async Task<string> WaitingStepAsync(WebSample sample, string id) =>
        (await EventAsync(sample, id, "input_requested")).GetProperty("path").GetString()!;

    /// <summary>The first event of a type, as soon as it has happened.</summary>
    private async Task<JsonElement> EventAsync(WebSample sample, string id, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sample.Api, $"executions/{id}/events"));
        request.Headers.Accept.ParseAdd("application/jsonl");
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
        while (await lines.ReadLineAsync(Cancellation) is { } line)
        {
            var progress = JsonElement.Parse(line);
            if (progress.GetProperty("type").GetString() == type) return progress;
        }
        throw new InvalidOperationException($"{id} ended without {type}.");
    }

    private static Process Shell(string command) => Process.Start(new ProcessStartInfo("bash", ["-c", $"exec {command}"]) { RedirectStandardOutput = true })!;

    private static async Task<string> OutputOfAsync(string command)
    {
        using var process = Shell(command);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(0);
        return output;
    }
}
