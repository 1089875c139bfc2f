using System.Text.Json.Serialization;

namespace WorkflowKit.AspNetCore.OpenApi;

/// <summary>Where the contracts of an endpoint's group are found.</summary>
internal sealed record ContractContext(JsonSerializerContext Context);
