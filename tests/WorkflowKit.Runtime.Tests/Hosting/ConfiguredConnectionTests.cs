using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Tests.Hosting;

public sealed class ConfiguredConnectionTests
{
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WorkflowKit:Connections:shopify:Token"] = "secret",
            ["WorkflowKit:Connections:shopify:shop:address"] = "https://shop.example.com",
            ["WorkflowKit:Connections:empty"] = "",
            ["Elsewhere:mail:account"] = "a",
        })
        .Build();

    [Fact]
    public async Task The_keys_of_a_section_are_the_values_of_the_connection()
    {
        var provider = Provider();

        var found = (await provider.FindAsync("ada", "shop", "shopify", TestContext.Current.CancellationToken)).ShouldNotBeNull();

        (found.Name, found.Provider).ShouldBe(("shop", "shopify"));
        (found.Values["token"], found.Values["shop:address"], found.Values.Count).ShouldBe(("secret", "https://shop.example.com", 2));
        found.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("shopify:shop")]
    [InlineData("shopify:Token")]
    [InlineData("mail")]
    [InlineData("")]
    [InlineData(" ")]
    public async Task What_is_no_section_is_not_known(string name)
    {
        var provider = Provider();

        provider.Knows(name).ShouldBeFalse();
        (await provider.FindAsync(null, "shop", name, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Providers_and_accounts_are_listed_without_their_values()
    {
        var provider = Provider("Elsewhere");

        (await provider.ListProvidersAsync(TestContext.Current.CancellationToken)).ShouldBe([new ConnectionProviderInfo("mail", "mail") { IsConfiguredByHost = true }]);
        (await provider.ListAsync("ada", TestContext.Current.CancellationToken)).ShouldBe([new ConnectedAccount(null, "mail", ConnectionStatus.Connected)]);
        (await provider.ConnectAsync(new("ada", "mail", "mail"), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public void What_changes_in_the_configuration_holds_at_once()
    {
        var provider = Provider();

        _configuration["WorkflowKit:Connections:later:token"] = "new";

        provider.Knows("later").ShouldBeTrue();
    }

    [Fact]
    public void A_container_without_a_configuration_is_told()
    {
        var services = new ServiceCollection();
        new Builder(services).AddConfiguredConnections();
        using var container = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => container.GetServices<IConnectionProvider>().ToList()).Message.ShouldContain("IConfiguration");
    }

    private IConnectionProvider Provider(string section = "WorkflowKit:Connections")
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(_configuration);
        new Builder(services).AddConfiguredConnections(section);
        return services.BuildServiceProvider().GetRequiredService<IConnectionProvider>();
    }

    private sealed class Builder(IServiceCollection services) : IWorkflowKitBuilder
    {
        public IServiceCollection Services => services;
    }
}
