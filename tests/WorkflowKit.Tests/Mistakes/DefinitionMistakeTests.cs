using WorkflowKit.Diagnostics;
using WorkflowKit.Tests.Documentation;

namespace WorkflowKit.Tests.Mistakes;

/// <summary>Slips in the definition around the expressions: what is marked, what is said, and what the offered fix makes of it.</summary>
public class DefinitionMistakeTests
{
    [Theory]
    [InlineData("""{ "id": "a", "type": "mail.send", "retry": 3 }""", "3", "WK1008: `retry` must be an object such as `{ \"maxAttempts\": 3 }`, but is the number 3. Write `{ \"maxAttempts\": 3 }`.", """{ "id": "a", "type": "mail.send", "retry": { "maxAttempts": 3 } }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "timeout": 30 }""", "30", "WK1008: `timeout` must be a duration as a string, such as `\"PT30S\"`, but is the number 30. Write `\"PT30S\"`.", """{ "id": "a", "type": "mail.send", "timeout": "PT30S" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "timeout": "5m" }""", "\"5m\"", "WK1012: `5m` is no duration: it does not begin with `P` and a number. Did you mean `PT5M`?", """{ "id": "a", "type": "mail.send", "timeout": "PT5M" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "if": true }""", "true", "WK1008: `if` must be a string that holds an expression, but is `true`. Write `\"true\"`.", """{ "id": "a", "type": "mail.send", "if": "true" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "onError": "ignore" }""", "\"ignore\"", "WK1014: `ignore` is no value of `onError`. Did you mean `continue`?", """{ "id": "a", "type": "mail.send", "onError": "continue" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "condition": "true" }""", "\"condition\"", "WK1006: A `mail.send` step has no member `condition`. Did you mean `if`?", """{ "id": "a", "type": "mail.send", "if": "true" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "params": {} }""", "\"params\"", "WK1006: A `mail.send` step has no member `params`. Did you mean `with`?", """{ "id": "a", "type": "mail.send", "with": {} }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", "dependsOn": [] }""", "\"dependsOn\"", "WK1006: A `mail.send` step has no member `dependsOn`. Did you mean `after`?", """{ "id": "a", "type": "mail.send", "after": [] }""")]
    [InlineData("""{ "id": "a", "type": "http.Request" }""", "\"http.Request\"", "WK4001: There is no step type `http.Request` on this host. Did you mean `http.request`?", """{ "id": "a", "type": "http.request" }""")]
    [InlineData("""{ "id": "a", "type": "sleep", "for": "PT5M" }""", "\"sleep\"", "WK1018: There is no control step `sleep`. Did you mean `wait`?", """{ "id": "a", "type": "wait", "for": "PT5M" }""")]
    [InlineData("""{ "id": "a", "type": "wait", "for": "5 minutes" }""", "\"5 minutes\"", "WK1012: `5 minutes` is no duration: it does not begin with `P` and a number. Did you mean `PT5M`?", """{ "id": "a", "type": "wait", "for": "PT5M" }""")]
    [InlineData("""{ "id": "a", "type": "wait", "for": 30 }""", "30", "WK1008: `for` must be a duration such as `\"PT30S\"`, or an expression, as a string, but is the number 30. Write `\"PT30S\"`.", """{ "id": "a", "type": "wait", "for": "PT30S" }""")]
    [InlineData("""{ "id": "a", "type": "wait", "until": "2026-01-01" }""", "\"2026-01-01\"", "WK1013: `2026-01-01` is no timestamp. Did you mean `2026-01-01T00:00:00Z`?", """{ "id": "a", "type": "wait", "until": "2026-01-01T00:00:00Z" }""")]
    [InlineData("""{ "id": "a", "type": "forEach", "items": [1, 2], "steps": [{ "id": "b", "type": "mail.send" }] }""", "[1, 2]", "WK1008: `items` must be a string that holds an expression, but is an array. Write `\"[1,2]\"`.", """{ "id": "a", "type": "forEach", "items": "[1,2]", "steps": [{ "id": "b", "type": "mail.send" }] }""")]
    [InlineData("""{ "id": "a", "type": "log", "message": "He said "yes" to "it"" }""", "\"", "WK1001: The string ends at this quote, but its text goes on. Write `\\\"` for a quote inside a string; expressions take `'` as well.", """{ "id": "a", "type": "log", "message": "He said \"yes\" to \"it\"" }""")]
    [InlineData("""{ "id": "a", "type": "log", "if": "execution.id == "x"", "message": "Hello" }""", "\"", "WK1001: The string ends at this quote, but its text goes on. Write `\\\"` for a quote inside a string; expressions take `'` as well.", """{ "id": "a", "type": "log", "if": "execution.id == \"x\"", "message": "Hello" }""")]
    [InlineData("""{ "id": "a", "type": "log", "if": "execution.id in ["x", "y"]", "message": "Hello" }""", "\"", "WK1001: The string ends at this quote, but its text goes on. Write `\\\"` for a quote inside a string; expressions take `'` as well.", """{ "id": "a", "type": "log", "if": "execution.id in [\"x\", \"y\"]", "message": "Hello" }""")]
    [InlineData("""{ "id": “a”, "type": "mail.send" }""", "“a”", "WK1001: Curly quotes are no quotes in JSON. Use straight double quotes.", """{ "id": "a", "type": "mail.send" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send", }""", ",", "WK1001: There is a comma before `}`, but nothing follows it. Remove the comma.", """{ "id": "a", "type": "mail.send" }""")]
    [InlineData("# a comment\n{ \"id\": \"a\", \"type\": \"mail.send\" }", "#", "WK1001: `#` begins no comment in JSON. Begin a comment with `//`.", "// a comment\n{ \"id\": \"a\", \"type\": \"mail.send\" }")]
    [InlineData("""{ "id": "my-step", "type": "http.request" }, { "id": "b", "type": "log", "after": ["my-step"], "message": "${{ steps.my-step.output.status }}" }""", "\"my-step\"", "WK1009: `my-step` cannot be a step's id. Use a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.", """{ "id": "myStep", "type": "http.request" }, { "id": "b", "type": "log", "after": ["myStep"], "message": "${{ steps.myStep.output.status }}" }""")]
    [InlineData("""{ "id": "a", "type": "mail.send" }, { "id": "a", "type": "mail.send" }""", "\"a\"", "WK1010: The step id `a` is taken already, in line 1. Step ids are unique in the whole definition: give one of them another.", """{ "id": "a", "type": "mail.send" }, { "id": "a2", "type": "mail.send" }""")]
    [InlineData("""{ "type": "mail.send" }""", """{ "type": "mail.send" }""", "WK1007: A `mail.send` step needs `id`. Add `id`: a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.", """{ "type": "mail.send", "id": "send" }""")]
    [InlineData("""{ "id": "send", "type": "mail.send" }, { "type": "mail.send" }""", """{ "type": "mail.send" }""", "WK1007: A `mail.send` step needs `id`. Add `id`: a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.", """{ "id": "send", "type": "mail.send" }, { "type": "mail.send", "id": "send2" }""")]
    [InlineData("""{ "id": "a", "type": "log", "text": "Hello" }""", "\"text\"", "WK1006: A `log` step has no member `text`. Did you mean `message`?", """{ "id": "a", "type": "log", "message": "Hello" }""")]
    [InlineData("""{ "id": "2nd mail", "type": "mail.send" }""", "\"2nd mail\"", "WK1009: `2nd mail` cannot be a step's id. Use a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.", """{ "id": "step2ndMail", "type": "mail.send" }""")]
    [InlineData("""{ "id": "my_step", "type": "http.request" }, { "id": "b", "type": "log", "message": "${{ steps.my-step.output.status }}" }""", "my-step", "WK2201: There is no step `my-step`. Did you mean `my_step`?", """{ "id": "my_step", "type": "http.request" }, { "id": "b", "type": "log", "message": "${{ steps.my_step.output.status }}" }""")]
    public void A_slip_in_a_step_is_told_and_mended(string written, string marked, string told, string mended) =>
        Mistake.ShouldBeMended(InSteps(written), marked, told, InSteps(mended));

    [Theory]
    [InlineData("""{ "id": "w", "step": [] }""", "\"step\"", "WK1006: A definition has no member `step`. Did you mean `steps`?", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": "w", "steps": {} }""", "{}", "WK1008: `steps` must be an array of steps, but is an object. Write `[]`.", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": "w", "steps": { "a": { "type": "mail.send" }, "b": { "type": "http.request" } } }""", """{ "a": { "type": "mail.send" }, "b": { "type": "http.request" } }""", "WK1008: `steps` must be an array of steps, but is an object. Make it a list, with the names as ids.", """{ "id": "w", "steps": [ { "id": "a", "type": "mail.send" }, { "id": "b", "type": "http.request" } ] }""")]
    [InlineData("""{ "id": "w", "inputs": { "name": "string", "age": { "type": "integer" } }, "steps": [] }""", "\"name\"", "WK1026: `name` is no word of JSON Schema: nothing is known of such an input. Put the inputs into `properties`, beside `\"type\": \"object\"`.", """{ "id": "w", "inputs": { "type": "object", "properties": { "name": { "type": "string" }, "age": { "type": "integer" } } }, "steps": [] }""")]
    [InlineData("""{ "id": "My Workflow", "steps": [] }""", "\"My Workflow\"", "WK1009: `My Workflow` cannot be a workflow's id. Use a small letter, then at most 63 small letters, digits and `-`, such as `order-fulfilment`.", """{ "id": "my-workflow", "steps": [] }""")]
    public void A_slip_in_the_document_is_told_and_mended(string definition, string marked, string told, string mended) =>
        Mistake.ShouldBeMended(definition, marked, told, mended);

    [Theory]
    [InlineData("""{ "id": "a", "type": "mail.send", "timeout": 30000 }""", "WK1008: `timeout` must be a duration as a string, such as `\"PT30S\"`, but is the number 30000.")]
    [InlineData("""{ "id": "a", "type": "if", "condition": "true", "steps": [] }""", "WK1018: There is no control step `if`. A step with an `if` runs only where that holds; of several ways a `switch` takes one.")]
    [InlineData("""{ "id": "a", "type": "paper.print", "with": "hello" }""", "WK2108: This must be an object (Pages), but it is text. Write an object: `{ \"copies\": 0 }`.")]
    [InlineData("""{ "id": "a", "type": "mail.send" }, { "id": "a", "type": "mail.send" }, { "id": "b", "type": "mail.send", "after": ["a"] }""", "WK1010: The step id `a` is taken already, in line 1. Step ids are unique in the whole definition: give one of them another.")]
    [InlineData("""{ "id": "a", "type": "http.request" }, { "id": "a", "type": "log", "message": "${{ steps.a.output.status }}" }""", "WK1010: The step id `a` is taken already, in line 1. Step ids are unique in the whole definition: give one of them another.")]
    [InlineData("""{ "id": "my-step", "type": "mail.send" }, { "id": "myStep", "type": "mail.send" }""", "WK1009: `my-step` cannot be a step's id. Use a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.")]
    public void Where_only_the_author_can_know_what_is_meant_nothing_is_changed(string written, string told)
    {
        var found = Mistake.Single(InSteps(written));

        Mistake.Told(found).ShouldBe(told);
        found.Fix.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "id": "w", "step": [] }""")]
    [InlineData("""{ "id": "w", "steps": [ { "id": "a", "type": "log", "text": "Hello" } ] }""")]
    [InlineData("""{ "id": "w", "steps": [ { "id": "a", "type": "while", "if": "true", "steps": [] } ] }""")]
    public void A_slip_is_told_once(string definition) =>
        DocumentedHost.Check(definition).Where(one => one.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem();

    [Fact]
    public void Steps_without_ids_get_different_ones()
    {
        var definition = InSteps("""{ "type": "mail.send" }, { "type": "mail.send" }, { "type": "forEach", "items": "[1]", "steps": [] }, { }""");

        var fixes = DocumentedHost.Check(definition).Where(one => one.Code == "WK1007").Select(one => one.Fix?.Title);

        fixes.ShouldBe(["Add `\"id\": \"send\"`", "Add `\"id\": \"send2\"`", "Add `\"id\": \"forEach\"`", "Add `\"id\": \"step\"`", null]);
    }

    [Fact]
    public void A_slip_is_printed_with_its_line_and_its_mark() => Mistake.Printed(InSteps("""{ "id": "a", "type": "mail.send", "timeout": 30 }""")).ShouldBe(
        """
        example.workflow.json:1:70: error WK1008: `timeout` must be a duration as a string, such as `"PT30S"`, but is the number 30.
          1 | { "id": "w", "steps": [ { "id": "a", "type": "mail.send", "timeout": 30 } ] }
            |                                                                      ^^
          Write `"PT30S"`.
        """.ReplaceLineEndings("\n"));

    private static string InSteps(string steps) => $$"""{ "id": "w", "steps": [ {{steps}} ] }""";
}
