using System.Net;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class StartTests
{
    [Fact]
    public async Task A_start_is_accepted_and_tells_where_the_execution_is()
    {
        await using var host = await WebHost.StartAsync();
        await host.SaveAsync(TestWorkflows.Greeting);
        var client = host.Client();

        using var answer = await client.PostAsync("executions", """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""");

        var id = (await answer.JsonAsync(HttpStatusCode.Accepted)).Text("id");
        answer.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe($"{WebHost.Prefix}/executions/{id}");
        await host.Engine.WaitAsync(id, TestContext.Current.CancellationToken);
        var record = await client.JsonAsync(answer.Headers.Location.OriginalString);
        record.Text("status").ShouldBe("completed");
        record.Text("trigger").ShouldBe("api");
        record.GetProperty("outputs").Text("text").ShouldBe("Hello, Ada");
        (await client.JsonAsync("executions?status=completed,failed&limit=10")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Inputs_that_do_not_fit_are_told_one_by_one()
    {
        await using var host = await WebHost.StartAsync();
        await host.SaveAsync(TestWorkflows.Greeting);

        using var answer = await host.Client().PostAsync("executions", """{ "workflowId": "greeting", "inputs": { "name": 7 } }""");

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid_inputs");
        problem.GetProperty("errors")[0].Text("pointer").ShouldBe("/name");
    }

    [Theory]
    [InlineData("{\n  \"workflowId\": \"greeting\",\n  oops }", 3, 3)]
    [InlineData("""{ "workflowId": "greeting", "input": {} }""", 1, 37)]
    [InlineData("""{ "workflowId": 7 }""", 1, 18)]
    [InlineData("{}", 1, 3)]
    [InlineData("[]", 1, 2)]
    [InlineData("null", 1, 1)]
    [InlineData("{ \"workflowId\": \"greeting\" } 7", 1, 30)]
    public async Task A_body_that_is_wrong_is_told_with_its_place(string body, int line, int column)
    {
        await using var host = await WebHost.StartAsync();

        using var answer = await host.Client().PostAsync("executions", body);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
        problem.GetProperty("line").GetInt32().ShouldBe(line, problem.ToString());
        problem.GetProperty("column").GetInt32().ShouldBe(column, problem.ToString());
        problem.Text("detail").ShouldNotContain(".NET");
        problem.Text("detail").ShouldNotContain("WorkflowKit");
    }
}
