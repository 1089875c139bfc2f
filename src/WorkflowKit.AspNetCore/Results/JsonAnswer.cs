using Microsoft.AspNetCore.Builder;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>How answers with JSON are described.</summary>
internal static class JsonAnswer
{
    internal const string ContentType = "application/json";

    internal static void Describe<T>(EndpointBuilder endpoint, int status) =>
        new ContractResponse(status, typeof(T), ContentType).AddTo(endpoint);
}
