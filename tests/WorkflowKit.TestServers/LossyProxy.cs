using System.Net;
using System.Net.Sockets;

namespace WorkflowKit.TestServers;

/// <summary>
/// Stands between a client and a server, and when it is told to loses answers (what was asked for is done, and the client does not know) or cuts connections off in the
/// middle of one.
/// </summary>
public sealed class LossyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly CancellationTokenSource _end = new();
    private CancellationTokenSource _cut = new();
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private volatile bool _losesAnswers;
    private int? _untilCut;

    /// <param name="serverPort">The server's port on this machine.</param>
    public LossyProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port to connect to instead of the server's.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether the next answer is lost, and its connection with it.</summary>
    public bool LosesAnswers
    {
        get => _losesAnswers;
        set => _losesAnswers = value;
    }

    /// <summary>Lets so many more bytes of answers through, and then cuts the connection off that they came on.</summary>
    public void CutAfter(int bytes)
    {
        lock (_gate) _untilCut = bytes;
    }

    /// <summary>Cuts off every connection that there is, whatever its server is about to do.</summary>
    public async Task CutAsync()
    {
        using var cut = Interlocked.Exchange(ref _cut, new CancellationTokenSource());
        await cut.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _cut.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var pairs = new List<Task>();
        try
        {
            while (true) pairs.Add(JoinAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(pairs);
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_end.Token, Volatile.Read(ref _cut).Token);
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, end.Token);
                await await Task.WhenAny(CopyAsync(client, server, losesSome: false, end.Token), CopyAsync(server, client, losesSome: true, end.Token));
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
            {
                // One side is gone, and now the other.
            }
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool losesSome, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (source, target) = (from.GetStream(), to.GetStream());
        while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (losesSome && _losesAnswers) return;
            var passed = losesSome ? LetThrough(count) : count;
            await target.WriteAsync(buffer.AsMemory(0, passed), cancellationToken);
            if (passed < count) return;
        }
    }

    private int LetThrough(int count)
    {
        lock (_gate)
        {
            if (_untilCut is not { } left) return count;
            _untilCut = left < count ? null : left - count;
            return Math.Min(left, count);
        }
    }
}
