using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Hosting;

namespace WorkflowKit.Tests.Hosting;

public sealed class WrongStepTests
{
    public sealed class Nameless : Step;

    [Step("test.abstract")]
    public abstract class Abstract : Step;

    [Step("test.hidden")]
    private sealed class Hidden : Step;

    [Step("undotted")]
    public sealed class Undotted : Step;

    [Step("test.greet")]
    public sealed class Double : Step;

    [Step("test.none")]
    public sealed class NoStep;

    public abstract class Step : IStep<Greet.Input, Greet.Output>
    {
        public ValueTask<Greet.Output> ExecuteAsync(Greet.Input input, StepContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    [Step("test.two")]
    public sealed class Two : Step, IStep<Greet.Output, Greet.Input>
    {
        public ValueTask<Greet.Input> ExecuteAsync(Greet.Output input, StepContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    [Fact]
    public void A_class_without_a_name_is_refused() => Refusal<Nameless>().ShouldContain("[Step(");

    [Fact]
    public void An_abstract_class_is_refused() => Refusal<Abstract>().ShouldContain("abstract");

    [Fact]
    public void A_class_that_is_not_public_is_refused() => Refusal<Hidden>().ShouldContain("not public");

    [Fact]
    public void A_type_without_a_dot_is_refused() => Refusal<Undotted>().ShouldContain("words with dots");

    [Fact]
    public void A_class_that_is_no_step_is_refused() => Refusal<NoStep>().ShouldContain("IStep<TInput, TOutput>");

    [Fact]
    public void A_class_that_is_two_steps_is_refused() => Refusal<Two>().ShouldContain("split it");

    [Fact]
    public void Two_classes_of_one_type_are_refused()
    {
        using var services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<Greet>().AddStep<Double>()).BuildServiceProvider();

        Should.Throw<StepRegistrationException>(() => services.GetRequiredService<StepCatalogue>()).Message.ShouldContain("test.greet");
    }

    [Fact]
    public void A_host_without_dynamic_code_is_told_of_the_static_registry()
    {
        Should.Throw<PlatformNotSupportedException>(() => DynamicCode.Require(isSupported: false)).Message.ShouldContain("static registry");
    }

    private static string Refusal<TStep>()
        where TStep : class
    {
        var refusal = Should.Throw<StepRegistrationException>(() => new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<TStep>()));
        refusal.Subject.ShouldContain(typeof(TStep).Name);
        return refusal.Message;
    }
}
