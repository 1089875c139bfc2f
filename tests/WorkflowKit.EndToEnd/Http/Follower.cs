using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>Follows an execution's events with a program that is no part of WorkflowKit, which is started anew, with the last event it has seen, whenever it ends.</summary>
/// <param name="program">Makes the program's command line out of an address and the last event's id; the program writes what it receives to standard output,
/// and its answer's status to standard error.</param>
/// <param name="events">The address of the events.</param>
internal sealed class Follower(Func<Uri, string?, ProcessStartInfo> program, Uri events)
{
    private readonly Lock _gate = new();
    private Process? _running;

    internal List<SseItem<JsonElement>> Seen { get; } = [];

    /// <summary>Ends once the server has said that there is nothing more to come back for.</summary>
    internal async Task FollowAsync(CancellationToken cancellationToken)
    {
        string? last = null;
        while (true)
        {
            var start = program(events, last);
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            using var process = Process.Start(start)!;
            lock (_gate) _running = process;
            try
            {
                var status = process.StandardError.ReadToEndAsync(cancellationToken);
                var parser = SseParser.Create(process.StandardOutput.BaseStream, static (_, data) => JsonElement.Parse(data));
                await foreach (var item in parser.EnumerateAsync(cancellationToken)) Seen.Add(item);
                // Not the parser's: that one counts an event that was cut off behind its id.
                if (Seen.Count > 0) last = Seen[^1].EventId;
                await process.WaitForExitAsync(cancellationToken);
                // Killed ones say nothing; 200 was cut off, and 000 has not reached the server.
                var said = await status;
                if (said is "204") return;
                if (said is not ("" or "200" or "000")) throw new InvalidOperationException($"{start.FileName}: {said}");
            }
            finally
            {
                lock (_gate) _running = null;
                if (!process.HasExited) process.Kill();
            }
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>Kills the program, if it runs right now.</summary>
    internal void Kill()
    {
        lock (_gate) _running?.Kill();
    }

    /// <summary>Each event once and in order, from the first to the execution's end.</summary>
    internal void Check(string story)
    {
        story = $"{story}\n{string.Join("\n", Seen.Select(static one => $"{one.EventId} {one.EventType} {one.Data}"))}";
        Seen.Select(static one => one.EventId).ShouldBe(Enumerable.Range(1, Seen.Count).Select(static id => id.ToString(CultureInfo.InvariantCulture)), story);
        Seen.Select(static one => one.Data.GetProperty("sequence").GetInt32()).ShouldBe(Enumerable.Range(1, Seen.Count), story);
        Seen[0].EventType.ShouldBe("execution_started", story);
        Seen[^1].EventType.ShouldBe("execution_completed", story);
    }
}
