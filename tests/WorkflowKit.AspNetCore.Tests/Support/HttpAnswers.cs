using System.Net;
using System.Text;
using System.Text.Json;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Sends requests and reads answers as the tests want them.</summary>
internal static class HttpAnswers
{
    internal static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await response.JsonAsync(HttpStatusCode.OK);
    }

    internal static Task<HttpResponseMessage> GetAsync(this HttpClient client, string path, CancellationToken cancellationToken) =>
        client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);

    internal static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string? json = null, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Post, path, json, headers);

    internal static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, string? json = null, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Put, path, json, headers);

    internal static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    internal static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        return JsonElement.Parse(text);
    }

    /// <summary>The problem that an answer is.</summary>
    internal static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonElement.Parse(text);
        problem.Text("code").ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        return problem;
    }

    internal static string Text(this JsonElement item, string member) => item.GetProperty(member).GetString().ShouldNotBeNull();
}
