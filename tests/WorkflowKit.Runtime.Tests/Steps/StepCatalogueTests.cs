using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkflowKit.Tests.Steps;

public sealed class StepCatalogueTests
{
    [Fact]
    public void A_step_class_gives_its_type_its_names_and_its_connection()
    {
        var step = new StepCatalogue([StepRegistration.Of(typeof(ChargeCard))]).Find("billing.charge")!;

        step.ShouldSatisfyAllConditions(
            one => one.Name.ShouldBe("Charge card"),
            one => one.Description.ShouldBe("Charges a card."),
            one => one.Connection.ShouldBe("stripe"),
            one => one.InputType.ShouldBe(typeof(ChargeCard.Input)),
            one => one.OutputType.ShouldBe(typeof(ChargeCard.Output)));
    }

    [Fact]
    public void The_schema_of_an_input_says_what_its_class_says()
    {
        var schema = new StepCatalogue([StepRegistration.Of(typeof(ChargeCard))]).Find("billing.charge")!.InputSchema;

        JsonElement.DeepEquals(schema, JsonElement.Parse(
            """
            {
              "type": "object",
              "properties": {
                "amount": { "type": "number", "description": "In whole units.", "minimum": 0, "maximum": 10000 },
                "currency": { "enum": ["Eur", "Usd"] },
                "note": { "type": ["string", "null"], "maxLength": 80, "default": null },
                "card_token": { "type": "string", "format": "password", "default": "" },
                "tags": { "type": ["array", "null"], "items": { "type": "string" }, "maxItems": 3, "default": null }
              },
              "required": ["amount", "currency"]
            }
            """)).ShouldBeTrue(schema.GetRawText());
    }

    [Fact]
    public void The_public_step_classes_of_an_assembly_are_found()
    {
        var found = StepRegistration.FromAssembly(typeof(StepCatalogueTests).Assembly).Select(one => one.StepType).ToList();

        found.ShouldContain(typeof(ChargeCard));
        found.ShouldNotContain(typeof(BadSteps.Hidden));
    }

    [Fact]
    public void The_same_class_twice_is_one_step() =>
        new StepCatalogue([StepRegistration.Of(typeof(ChargeCard)), StepRegistration.Of<ChargeCard, ChargeCard.Input, ChargeCard.Output>()]).Steps.Count.ShouldBe(1);

    [Fact]
    public void The_fingerprint_follows_the_steps()
    {
        var one = new StepCatalogue([StepRegistration.Of(typeof(ChargeCard))]);
        var same = new StepCatalogue([StepRegistration.Of(typeof(ChargeCard))]);
        var more = new StepCatalogue([StepRegistration.Of(typeof(ChargeCard)), StepRegistration.Of(typeof(OddSteps.Fine))]);

        same.Fingerprint.ShouldBe(one.Fingerprint);
        more.Fingerprint.ShouldNotBe(one.Fingerprint);
    }

    [Fact]
    public void A_type_that_nobody_registered_is_not_found() => new StepCatalogue([]).TryFind("billing.charge", out _).ShouldBeFalse();

    [Theory]
    [InlineData(typeof(string), "it is not a step; let it implement IStep<TInput, TOutput>.")]
    [InlineData(typeof(BadSteps.Twice), "it implements IStep<TInput, TOutput> 2 times; split it into one class for each.")]
    [InlineData(typeof(BadSteps.Unnamed), "it has no [Step]; name it, such as [Step(\"billing.charge\")].")]
    [InlineData(typeof(BadSteps.BareWord), "'charge' is no step type; write words with dots between them, such as \"billing.charge\".")]
    [InlineData(typeof(BadSteps.Unfinished), "it is abstract or an open generic class; register a class that can be made.")]
    [InlineData(typeof(BadSteps.Hidden), "it is not public (or stands in a type that is not); compiled workflows could not name it.")]
    [InlineData(typeof(OddSteps.Undecided), "it has several public constructors; keep one, or mark one with [ActivatorUtilitiesConstructor].")]
    [InlineData(typeof(OddSteps.Closed), "it has no public constructor; give it one.")]
    [InlineData(typeof(OddSteps.Unwritable), "cannot be written as JSON")]
    [InlineData(typeof(OddSteps.Indiscreet), "a member of its output is secret, but outputs are recorded")]
    public void A_class_that_cannot_serve_is_refused_with_its_mending(Type type, string message) =>
        Should.Throw<StepRegistrationException>(() => new StepCatalogue([StepRegistration.Of(type)])).Message.ShouldContain(message);

    [Fact]
    public void Two_classes_of_one_type_are_refused()
    {
        var error = Should.Throw<StepRegistrationException>(() => new StepCatalogue([StepRegistration.Of(typeof(ChargeCard)), StepRegistration.Of(typeof(OddSteps.Double))]));

        error.Message.ShouldEndWith($"its type 'billing.charge' is that of {typeof(ChargeCard)} already; give one of them another.");
        error.Subject.ShouldBe(typeof(OddSteps.Double).ToString());
    }

    [Step("billing.charge", Name = "Charge card", Description = "Charges a card.", Connection = "stripe")]
    public sealed class ChargeCard : IStep<ChargeCard.Input, ChargeCard.Output>
    {
        public enum Money
        {
            Eur,
            Usd,
        }

        public sealed record Input(
            [property: Description("In whole units."), Range(0, 10_000)] decimal Amount,
            Money Currency,
            [property: MaxLength(80)] string? Note = null,
            [property: JsonPropertyName("card_token"), DataType(DataType.Password)] string CardToken = "",
            [property: MaxLength(3)] IReadOnlyList<string>? Tags = null);

        public sealed record Output(string ChargeId);

        public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => new(new Output("c-1"));
    }
}
