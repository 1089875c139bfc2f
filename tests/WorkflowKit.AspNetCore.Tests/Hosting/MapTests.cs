using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.AspNetCore.Tests.Definitions;
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

    [Fact]
    public async Task Policies_that_the_host_does_not_have_are_told_when_the_endpoints_are_mapped()
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(
            () => WebHost.StartAsync(kit => kit.AddHttp(options => (options.ChangesPolicy, options.SeesAllPolicy) = ("editors", "support"))));

        error.Failures.ShouldBe(
        [
            """SeesAllPolicy names the policy 'support', which the host does not have: call builder.Services.AddAuthorization(options => options.AddPolicy("support", ...)).""",
            """ChangesPolicy names the policy 'editors', which the host does not have: call builder.Services.AddAuthorization(options => options.AddPolicy("editors", ...)).""",
        ]);
    }

    [Fact]
    public async Task A_policy_in_a_host_without_authorization_is_told_when_the_endpoints_are_mapped()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddWorkflowKit(kit => kit.AddHttp(options => options.ChangesPolicy = "editors"));
        await using var app = builder.Build();

        var error = Should.Throw<OptionsValidationException>(() => app.MapWorkflowKit());

        error.Message.ShouldBe(
            """ChangesPolicy names the policy 'editors', but the host has no authorization: call builder.Services.AddAuthorization(options => options.AddPolicy("editors", ...)).""");
    }

    [Fact]
    public async Task A_policy_of_a_provider_that_has_to_ask_somebody_is_asked_for_with_the_request()
    {
        await using var host = await WebHost.StartAsync(
            kit => kit.AddHttp(options => options.ChangesPolicy = "editors"), services => services.AddSingleton<IAuthorizationPolicyProvider, RemotePolicies>());
        var id = Texts.NewId();

        using var ada = await host.Client("ada").PutAsync($"definitions/{id}", Texts.Good(id));
        using var editor = await host.Client("editor").PutAsync($"definitions/{id}", Texts.Good(id));

        (ada.StatusCode, editor.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Created));
    }

    private sealed class RemotePolicies : IAuthorizationPolicyProvider
    {
        private static readonly AuthorizationPolicy Named = new AuthorizationPolicyBuilder().RequireUserName("editor").Build();

        public async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName)
        {
            await Task.Yield();
            return policyName == "editors" ? Named : null;
        }

        public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(Named);

        public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(null);
    }
}
