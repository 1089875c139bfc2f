using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks.Sources;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A step that does what no step should.</summary>
[Step("test.odd")]
public sealed class Odd : IStep<Odd.Input, Odd.Output>
{
    public sealed record Input(string Deed);

    /// <summary>Writes two values in the place of one.</summary>
    [JsonConverter(typeof(TwofoldConverter))]
    public sealed class Twofold;

    public sealed class TwofoldConverter : JsonConverter<Twofold>
    {
        public override Twofold Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Twofold value, JsonSerializerOptions options)
        {
            writer.WriteNumberValue(1);
            writer.WriteNumberValue(2);
        }
    }

    public sealed class Output(object? value)
    {
        public object? Value => value is Func<object?> get ? get() : value;
    }

    /// <summary>What each deed comes to: the error's type and code, or nothing where the step completes.</summary>
    public static IReadOnlyDictionary<string, string?> Deeds { get; } = new Dictionary<string, string?>
    {
        ["throws at once"] = "InvalidDataException ",
        ["throws later"] = "InvalidDataException ",
        ["throws what is no error of its own"] = "OperationCanceledException ",
        ["cancels a token of its own"] = "TaskCanceledException ",
        ["throws many"] = "AggregateException ",
        ["throws without a message"] = "SilentException ",
        ["gives nothing"] = "output output_null",
        ["gives itself"] = "output output_invalid",
        ["gives what throws when it is written"] = "output output_invalid",
        ["gives what goes too deep"] = "output output_invalid",
        ["gives a delegate"] = "output output_invalid",
        ["gives what is written as no JSON"] = "output output_invalid",
        ["gives JSON that is not there"] = "output output_invalid",
        ["gives too much"] = "output output_limit",
        ["gives a number that JSON has not"] = "output output_invalid",
        ["completes twice"] = "InvalidOperationException ",
        ["leaves a task behind that fails"] = null,
        ["talks after its end"] = null,
    };

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        if (input.Deed == "throws at once") throw new InvalidDataException("no");
        if (input.Deed == "completes twice") return await new Worn().Task;
        await Task.Yield();
        switch (input.Deed)
        {
            case "throws later": throw new InvalidDataException("no");
            case "throws what is no error of its own": throw new OperationCanceledException();
            case "cancels a token of its own":
                await Task.Delay(Timeout.Infinite, new CancellationToken(canceled: true));
                break;
            case "throws many": throw new AggregateException(new InvalidDataException("one"), new InvalidDataException("two"));
            case "throws without a message": throw new SilentException();
            case "gives nothing": return null!;
            case "gives itself":
                object[] itself = [0];
                itself[0] = itself;
                return new(itself);
            case "gives what throws when it is written": return new((Func<object?>)(() => throw new InvalidOperationException("not now")));
            case "gives what goes too deep":
                object deep = 1;
                for (var depth = 0; depth < 500; depth++) deep = new[] { deep };
                return new(deep);
            case "gives a delegate": return new((Action)(() => { }));
            case "gives what is written as no JSON": return new(new Twofold());
            case "gives JSON that is not there": return new(default(System.Text.Json.JsonElement));
            case "gives too much": return new(new string('x', 2 * 1024 * 1024));
            case "gives a number that JSON has not": return new(double.NaN);
            case "leaves a task behind that fails":
                _ = Task.Run(() => throw new InvalidDataException("behind"), cancellationToken);
                break;
            case "talks after its end":
                _ = TalkAsync(context);
                break;
            default: break;
        }
        return new(1);
    }

    private static async Task TalkAsync(StepContext context)
    {
        for (var count = 0; count < 100; count++)
        {
            await Task.Yield();
            await context.ReportAsync("still here");
            context.Logger.Log(Microsoft.Extensions.Logging.LogLevel.Information, default, 0, null, static (_, _) => "still here");
        }
    }

    public sealed class SilentException : Exception
    {
        public override string Message => null!;
    }

    /// <summary>A value that was taken already.</summary>
    private sealed class Worn : IValueTaskSource<Output>
    {
        private ManualResetValueTaskSourceCore<Output> _core;

        internal ValueTask<Output> Task
        {
            get
            {
                _core.SetResult(new(1));
                var task = new ValueTask<Output>(this, _core.Version);
                _core.Reset();
                return task;
            }
        }

        public Output GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
    }
}
