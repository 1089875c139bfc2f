using System.Diagnostics;
using System.Globalization;
using WorkflowKit.TestServers;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>Clients of other makes that follow executions while their connections are cut off, they are killed themselves, and the server is.</summary>
public sealed class ReconnectionTests(ITestOutputHelper output) : IDisposable
{
    private const int Executions = 3;

    // What a cut waits for comes soon, even where nothing happens.
    private const string Heartbeat = "00:00:00.2";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServedFolder _served = new();

    /// <summary>How many cuts there are: eight, or as many as the environment says. Every fourth kills the server.</summary>
    private static int Cuts => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_CUTS"), CultureInfo.InvariantCulture, out var cuts) ? cuts : 8;

    public void Dispose() => _served.Dispose();

    [Fact]
    public Task Curl_sees_every_event_once_and_in_order() => FollowAsync("curl", ForeignProgram.Curl);

    [Fact]
    public Task An_EventSource_in_Node_sees_every_event_once_and_in_order() => FollowAsync("node", ForeignProgram.Node);

    private async Task FollowAsync(string name, Func<Uri, string?, ProcessStartInfo> program)
    {
        ForeignProgram.Demand(name);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (clock, cuts, events) = (Stopwatch.StartNew(), 0, 0);
        await _served.StartAsync(Heartbeat);
        do
        {
            await using var round = new Round(_served, program);
            await round.StartAsync();
            for (; cuts < Cuts && !round.IsOver; cuts++)
            {
                await Task.Delay(random.Next(20, 500), TestContext.Current.CancellationToken);
                if (cuts % 4 != 3) round.Cut(random);
                else await KillServerAsync(random);
            }
            await round.EndAsync($"seed {seed}, cut {cuts}");
            events += round.Events;
        }
        while (cuts < Cuts);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {cuts} cuts while {name} followed {events} events, in {clock.Elapsed.TotalSeconds:0.0} s."));
    }

    private async Task KillServerAsync(Random random)
    {
        _served.Kill();
        await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
        await _served.StartAsync(Heartbeat);
    }

    /// <summary>A few executions, each with a client behind a proxy.</summary>
    private sealed class Round(ServedFolder served, Func<Uri, string?, ProcessStartInfo> program) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _giveUp = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        private readonly List<(LossyProxy Proxy, Follower Follower)> _pairs = [];
        private Task _following = Task.CompletedTask;

        internal bool IsOver => _following.IsCompleted;

        internal int Events => _pairs.Sum(static pair => pair.Follower.Seen.Count);

        internal async Task StartAsync()
        {
            for (var number = 0; number < Executions; number++)
            {
                var proxy = new LossyProxy(served.Port);
                _pairs.Add((proxy, new Follower(program, ServedFolder.Events(await served.StartJourneyAsync(number), proxy.Port))));
            }
            _giveUp.CancelAfter(Patience);
            _following = Task.WhenAll(_pairs.Select(pair => pair.Follower.FollowAsync(_giveUp.Token)));
        }

        internal void Cut(Random random)
        {
            var (proxy, follower) = _pairs[random.Next(_pairs.Count)];
            // About two events, so that it ends in the middle of one as well as between them.
            if (random.Next(3) > 0) proxy.CutAfter(random.Next(500));
            else follower.Kill();
        }

        internal async Task EndAsync(string story)
        {
            try
            {
                await _following;
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{story}: no end after {Patience}, with {string.Join(", ", _pairs.Select(static pair => pair.Follower.Seen.Count))} events seen.\n{served.Errors}");
            }
            foreach (var (_, follower) in _pairs) follower.Check(story);
        }

        public async ValueTask DisposeAsync()
        {
            await _giveUp.CancelAsync();
            await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var (proxy, _) in _pairs) await proxy.DisposeAsync();
            _giveUp.Dispose();
        }
    }
}
