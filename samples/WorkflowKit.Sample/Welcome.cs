namespace WorkflowKit.Sample.Web;

/// <summary>What to try, as it is printed at the start and shown at the root.</summary>
internal static class Welcome
{
    /// <param name="address">Where the host listens.</param>
    /// <param name="data">The folder of its database.</param>
    public static string Text(Uri address, string data)
    {
        var api = new Uri(address, "api/workflows");
        return $$$"""
            WorkflowKit runs at {{{api}}}
            It keeps what it does in {{{data}}}; the API is described at {{{new Uri(address, "openapi/v1.json")}}}

            Run an order and wait for its end:
              curl -s '{{{api}}}/executions?wait=PT10S' -H 'Content-Type: application/json' -d '{"workflowId":"order-fulfilment","inputs":{"orderId":"A-17"}}'
            Start one and watch what happens in it:
              curl -sN {{{api}}}/executions/$(curl -s {{{api}}}/executions -H 'Content-Type: application/json' -d '{"workflowId":"export-data"}' | cut -d'"' -f4)/events
            Look at what has been run:
              curl -s '{{{api}}}/executions'

            Ctrl-C ends it. Started again, it goes on with what was running.
            """;
    }
}
