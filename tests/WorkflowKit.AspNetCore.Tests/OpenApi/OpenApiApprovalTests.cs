using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.OpenApi;

/// <summary>What the endpoints promise changes only on purpose: the change shows in the approved document.</summary>
public sealed class OpenApiApprovalTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        await using var host = await WebHost.StartAsync(services: services => services.AddOpenApi(), app: app =>
        {
            app.MapWorkflowKit(WebHost.Prefix);
            app.MapOpenApi();
        });

        using var answer = await host.Client().GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);

        host.Errors.ShouldBeEmpty();
        var document = await answer.JsonAsync(HttpStatusCode.OK);

        var paths = JsonSerializer.Serialize(new { paths = document.GetProperty("paths"), components = document.GetProperty("components") }, Indented);
        Approval.Verify(paths, Repository.File("tests", "WorkflowKit.AspNetCore.Tests", "OpenApi", "openapi.approved.json"));
    }
}
