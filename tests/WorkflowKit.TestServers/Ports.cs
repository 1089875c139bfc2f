using System.Net;
using System.Net.Sockets;

namespace WorkflowKit.TestServers;

/// <summary>Ports for servers that go away and come back at the same address.</summary>
internal static class Ports
{
    /// <summary>One that no connection takes by chance while the server is away: below those that the system gives out by itself.</summary>
    internal static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
