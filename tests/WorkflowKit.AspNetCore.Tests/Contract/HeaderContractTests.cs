using System.Net;
using System.Text;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>The headers that the document speaks of are there, and those that are there, it speaks of.</summary>
public sealed class HeaderContractTests(ContractHost shared) : IClassFixture<ContractHost>
{
    private readonly string _user = SharedHost.NewUser();

    [Fact]
    public async Task A_start_and_a_control_tell_where_the_execution_is()
    {
        await DemandAsync("startExecution", new("POST", "/executions") { Body = """{ "workflowId": "approval" }"""u8.ToArray() }, 202, "Location");
        var id = await WebHost.StartAsync(shared.Host.Client(_user), "approval");

        await DemandAsync("cancelExecution", new("POST", $"/executions/{id}/cancel"), 202, "Location");
    }

    [Fact]
    public async Task A_definition_tells_its_version_and_where_it_is()
    {
        var text = Encoding.UTF8.GetBytes(TestWorkflows.Greeting.Replace("\"greeting\"", $"\"{_user}\"", StringComparison.Ordinal));
        var save = new ApiRequest("PUT", $"/definitions/{_user}") { Body = text };

        var created = await DemandAsync("saveDefinition", save, 201, "Location");
        await DemandAsync("saveDefinition", save, 201, "ETag", created);
        await DemandAsync("saveDefinition", save, 200, "ETag");
        await DemandAsync("getDefinition", new("GET", $"/definitions/{_user}"), 200, "ETag");
        await DemandAsync("getDefinition", new("GET", $"/definitions/{_user}") { Headers = [("If-None-Match", created.Headers["ETag"])] }, 304, "ETag");
    }

    [Fact]
    public async Task Pages_lead_to_the_next_one_and_exports_have_a_name()
    {
        await WebHost.StartAsync(shared.Host.Client(_user), "approval");
        var id = await WebHost.StartAsync(shared.Host.Client(_user), "greeting", """{ "name": "Ada" }""");
        await shared.Host.UntilAsync(id, static record => record.Status is ExecutionStatus.Completed);

        await DemandAsync("listExecutions", new("GET", "/executions") { Query = [("limit", "1")] }, 200, "Link");
        await DemandAsync("getTimeline", new("GET", $"/executions/{id}/timeline") { Query = [("limit", "1")] }, 200, "Link");
        await DemandAsync("exportExecution", new("GET", $"/executions/{id}/export"), 200, "Content-Disposition");
    }

    [Fact]
    public async Task What_cannot_be_done_now_tells_when_to_try_again() =>
        await DemandAsync("listConnections", new("GET", "/connections") { User = "unlucky" }, 503, "Retry-After");

    [Fact]
    public void Whatever_is_answered_503_or_429_tells_when_to_try_again() =>
        shared.Document.Operations.SelectMany(static one => one.Responses).Where(static one => one.Key is 503 or 429).ShouldAllBe(static one => one.Value.Headers.Contains("Retry-After"));

    private async Task<ApiAnswer> DemandAsync(string operationId, ApiRequest request, int status, string header, ApiAnswer? known = null)
    {
        var sent = request with { Path = WebHost.Prefix + request.Path, User = request.User ?? _user, ContentType = request.Body is null ? null : "application/json" };
        var answer = known ?? await shared.SendAsync(sent);
        var operation = shared.Document.Operation(operationId);

        answer.Status.ShouldBe(status, answer.ToString());
        answer.Headers.ShouldContainKey(header);
        operation.Responses[status].Headers.ShouldContain(header);
        if ((HttpStatusCode)status < HttpStatusCode.InternalServerError) shared.Check.Of(operation, answer).ShouldBeEmpty(sent.ToString());
        return answer;
    }
}
