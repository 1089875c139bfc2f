using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Hosting;

public sealed class MapTests
{
    [Fact]
    public async Task Authorization_chained_to_the_map_holds_for_every_endpoint()
    {
        await using var host = await WebHost.StartAsync(app: app => app.MapWorkflowKit(WebHost.Prefix).RequireAuthorization());

        using var nobody = await host.Client().GetAsync("definitions", TestContext.Current.CancellationToken);
        using var ada = await host.Client("ada").GetAsync("definitions", TestContext.Current.CancellationToken);

        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        ada.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_without_a_cookie_is_refused_and_not_sent_to_where_people_sign_in()
    {
        await using var host = await WebHost.StartAsync(
            services: services => services.AddAuthentication("cookies").AddCookie("cookies"),
            app: app => app.MapWorkflowKit(WebHost.Prefix).RequireAuthorization());

        using var answer = await host.Client().GetAsync("definitions", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void A_host_without_an_engine_is_told_what_to_call()
    {
        using var app = WebApplication.CreateSlimBuilder().Build() as IDisposable;

        var error = Should.Throw<InvalidOperationException>(() => ((WebApplication)app!).MapWorkflowKit());

        error.Message.ShouldContain("AddWorkflowKit");
    }

    [Fact]
    public async Task Options_out_of_range_are_told_all_at_once()
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => WebHost.StartAsync(kit => kit.AddHttp(options =>
        {
            options.MaxPageSize = 0;
            options.MaxJsonDepth = 1_000_000;
            options.HeartbeatInterval = TimeSpan.Zero;
            options.AllowedOrigins.Add("https://example.com/path");
        })));

        error.Failures.Count().ShouldBe(4);
    }
}
