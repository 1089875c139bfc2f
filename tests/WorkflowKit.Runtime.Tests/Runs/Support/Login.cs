using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A step that tells what it should not.</summary>
[Step("test.login")]
public sealed class Login : IStep<Login.Input, Login.Output>
{
    public sealed record Input(string User, [property: DataType(DataType.Password)] string Password);

    public sealed record Output(string User)
    {
        public string User { get; } = User.Length > 0 ? User : throw new FormatException("A user has a name.");
    }

    public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        context.Logger.Log(LogLevel.Information, default, input, null, static (input, _) => $"{input.User} came with {input.Password}");
        throw new InvalidOperationException($"{input.User} has another password than {input.Password}");
    }
}
