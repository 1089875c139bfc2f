using System.ComponentModel;
using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>Who connects accounts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConfiguredBy>))]
internal enum ConfiguredBy
{
    [JsonStringEnumMemberName("user")]
    User,

    [JsonStringEnumMemberName("host")]
    Host,
}

/// <summary>Whether an account can be used.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountStatus>))]
internal enum AccountStatus
{
    [JsonStringEnumMemberName("connected")]
    Connected,

    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("expired")]
    Expired,
}

/// <summary>The services at which users of this host have accounts.</summary>
internal sealed record ProviderList(IReadOnlyList<Provider> Items);

/// <summary>A service at which users have accounts.</summary>
internal sealed record Provider(
    [property: Description("What definitions write as `provider`.")] string Id,
    [property: Description("The name for people.")] string Name,
    [property: Description("`user`: each user connects an account of their own. `host`: the host's configuration holds the account.")] ConfiguredBy ConfiguredBy,
    string? Description = null);

/// <summary>The accounts of the caller.</summary>
internal sealed record AccountList(IReadOnlyList<Account> Items);

/// <summary>An account of the caller. What is in it never leaves the host.</summary>
internal sealed record Account(
    string Provider,
    [property: Description("`connected`: steps can use it. `pending`: the user has begun to connect it. `expired`: the user has to connect it once more.")] AccountStatus Status,
    [property: Description("The name that definitions give it; left out where it serves whatever name they give it.")] string? Name = null,
    [property: Description("Which account it is, as its owner knows it.")] string? Label = null);

/// <summary>An account that the caller wants to connect.</summary>
internal sealed record ConnectBody(
    [property: Description("The name that definitions give it; left out: that of the provider.")] string? Name = null,
    [property: Description("Where the user wants to be afterwards: a path of this host, or a page of an origin that it allows.")] string? ReturnTo = null);

/// <summary>How it goes on.</summary>
internal sealed record ConnectAnswer(
    [property: Description("`user`: the user goes to `url` and agrees there. `host`: there is nothing to do, the host's configuration holds the account.")] ConfiguredBy ConfiguredBy,
    [property: Description("Where to send the user.")] string? Url = null);
