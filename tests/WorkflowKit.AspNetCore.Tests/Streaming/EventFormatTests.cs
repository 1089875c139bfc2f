using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using WorkflowKit.AspNetCore.Streaming;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Streaming;

public sealed class EventFormatTests
{
    [Fact]
    public async Task An_event_is_put_into_bytes_once()
    {
        await using var host = await WebHost.StartAsync();
        await host.SaveAsync(TestWorkflows.Greeting);
        var record = await host.Engine.RunAsync("greeting", """{ "name": "Ada" }""", cancellationToken: TestContext.Current.CancellationToken);
        var progress = (await host.Engine.ReadEventsAsync(record.Id, cancellationToken: TestContext.Current.CancellationToken))[0];

        var first = EventFormat.ServerSent.Write(progress);
        var second = EventFormat.ServerSent.Write(progress);

        Unsafe.AreSame(ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second)).ShouldBeTrue();
    }
}
