using System.ComponentModel.DataAnnotations;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Steps;

public sealed class SecretInputTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task A_members_marked_as_password_never_reaches_the_log(int size)
    {
        var host = new RunHost();
        host.Services = host.Services with { Catalogue = new([StepRegistration.Of<SignIn, SignIn.Input, SignIn.Output>()]) };
        var slot = new ActivitySlot<SignIn.Input, SignIn.Output>("signIn", "test.sign-in");

        await host.RunAsync(new([slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new(new string('u', size), "hunter2"))).Length)));

        var started = host.Log.Entries.OfType<StepStarted>().Single();
        var text = WorkflowKit.Log.LogJson.ToText(started.WriteJournal);
        text.ShouldContain("\"user\"");
        text.ShouldNotContain("hunter2");
        host.Log.Entries.OfType<StepCompleted>().Single().Output.GetProperty("length").GetInt32().ShouldBe(7, "the step itself got it");
    }

    [Step("test.sign-in")]
    public sealed class SignIn : IStep<SignIn.Input, SignIn.Output>
    {
        public sealed record Input(string User, [property: DataType(DataType.Password)] string Password);

        public sealed record Output(int Length);

        public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output(input.Password.Length));
    }
}
