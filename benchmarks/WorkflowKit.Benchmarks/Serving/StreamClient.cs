using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkflowKit.Benchmarks.Serving;

/// <summary>
/// The clients of the stream measurements, in a process of their own: `ask NAME COUNT PATH` asks for something on so many connections of that name, which stay open, and is
/// answered once something has come on each; `read NAME` reads all answers to their ends, and is answered with their length.
/// </summary>
internal static class StreamClient
{
    public static async Task RunAsync(int port)
    {
        var named = new Dictionary<string, List<Connection>>();
        while (Console.ReadLine() is { } line)
        {
            if (line.Split(' ') is ["ask", var name, var count, var path])
            {
                var connections = named[name] = named.GetValueOrDefault(name) ?? [];
                while (connections.Count < int.Parse(count, CultureInfo.InvariantCulture)) connections.Add(await Connection.OpenAsync(port));
                await Task.WhenAll(connections.Select(one => one.AskAsync(path)));
                Console.WriteLine("asked");
            }
            else if (line.Split(' ') is ["read", var known])
            {
                var lengths = await Task.WhenAll(named[known].Select(static one => one.ReadAsync()));
                Console.WriteLine(lengths.Sum());
            }
        }
    }

    private sealed class Connection(Socket socket)
    {
        private readonly byte[] _buffer = new byte[32 * 1024];
        private byte[] _tail = [];
        private long _length;

        /// <summary>The last piece of a chunked answer, with the end of the one before: no JSON holds a carriage return.</summary>
        private static ReadOnlySpan<byte> End => "\r\n0\r\n\r\n"u8;

        internal static async Task<Connection> OpenAsync(int port)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new Connection(socket);
        }

        internal async Task AskAsync(string path)
        {
            (_tail, _length) = ([], 0);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            await ReceiveAsync();
        }

        internal async Task<long> ReadAsync()
        {
            while (!_tail.AsSpan().SequenceEqual(End)) await ReceiveAsync();
            return _length;
        }

        private async ValueTask ReceiveAsync()
        {
            var count = await socket.ReceiveAsync(_buffer);
            if (count == 0) throw new IOException("The server has closed the connection.");
            if (_length == 0 && !_buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8)) throw new IOException(Encoding.UTF8.GetString(_buffer, 0, count));
            _length += count;
            _tail = count >= End.Length ? _buffer[(count - End.Length)..count] : [.. _tail.Concat(_buffer.Take(count)).TakeLast(End.Length)];
        }
    }
}
