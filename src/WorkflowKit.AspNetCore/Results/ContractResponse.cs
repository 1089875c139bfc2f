using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>
/// What an endpoint answers with. The framework is told the status alone: it would describe the type as the host's JSON options write it, and this package's
/// contracts are written by its own.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The contract.</param>
/// <param name="ContentTypes">How it is written.</param>
internal sealed record ContractResponse(int Status, Type Type, params string[] ContentTypes)
{
    internal void AddTo(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(Status, typeof(void)));
        endpoint.Metadata.Add(this);
    }
}
