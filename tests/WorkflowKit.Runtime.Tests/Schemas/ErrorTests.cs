using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

/// <summary>What people who fill in a form read.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "1", "must be text")]
    [InlineData("""{ "type": ["string", "null"] }""", "1", "must be text or null")]
    [InlineData("""{ "type": "integer" }""", "1.5", "must be a whole number")]
    [InlineData("""{ "type": "boolean" }""", "\"yes\"", "must be true or false")]
    [InlineData("""{ "const": "x" }""", "\"y\"", "must be \"x\"")]
    [InlineData("""{ "enum": ["a", "b", 3] }""", "\"c\"", "must be \"a\", \"b\" or 3")]
    [InlineData("""{ "minLength": 1 }""", "\"\"", "must not be empty")]
    [InlineData("""{ "minLength": 3 }""", "\"ab\"", "must be at least 3 characters")]
    [InlineData("""{ "minProperties": 2 }""", "{}", "must have at least 2 members")]
    [InlineData("""{ "maxItems": 1 }""", "[1, 2]", "must have at most 1 item")]
    [InlineData("""{ "contains": { "type": "integer" }, "minContains": 2 }""", "[1]", "must have at least 2 items of the required kind")]
    [InlineData("""{ "contains": { "type": "integer" }, "maxContains": 1 }""", "[1, 2]", "must have at most 1 item of the required kind")]
    [InlineData("""{ "pattern": "^A-[0-9]+$", "examples": ["B-1", "A-17"] }""", "\"B-1\"", "must be of the form of \"A-17\"")]
    [InlineData("""{ "not": { "type": "string" } }""", "\"a\"", "is a value that is not allowed")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "number" }] }""", "[]", "must be text or a number")]
    [InlineData("""{ "oneOf": [{ "const": "a" }, { "const": "b" }] }""", "1", "must be \"a\" or \"b\"")]
    [InlineData("""{ "anyOf": [{ "required": ["phone"] }, { "required": ["mail"] }] }""", "{}", "needs phone or mail")]
    [InlineData("""{ "anyOf": [{ "title": "A letter", "pattern": "^[a-z]$" }, { "title": "a digit", "pattern": "^[0-9]$" }] }""", "\"--\"", "must be A letter or a digit")]
    [InlineData("""{ "anyOf": [{ "minimum": 5 }, { "multipleOf": 7 }] }""", "1", "does not fit any of the 2 alternatives")]
    [InlineData("""{ "maxLength": 2 }""", "\"abc\"", "must be at most 2 characters")]
    [InlineData("""{ "pattern": "^A-" }""", "\"B-1\"", "must match the pattern ^A-")]
    [InlineData("""{ "format": "date" }""", "\"tomorrow\"", "must be a date such as 2026-01-31")]
    [InlineData("""{ "format": "email" }""", "\"nobody\"", "must be an e-mail address")]
    [InlineData("""{ "minimum": 3 }""", "2", "must be at least 3")]
    [InlineData("""{ "exclusiveMinimum": 0 }""", "0", "must be more than 0")]
    [InlineData("""{ "maximum": 1.5 }""", "2", "must be at most 1.5")]
    [InlineData("""{ "exclusiveMaximum": 10 }""", "10", "must be less than 10")]
    [InlineData("""{ "multipleOf": 0.01 }""", "0.005", "must be a multiple of 0.01")]
    [InlineData("""{ "minItems": 1 }""", "[]", "must have at least 1 item")]
    [InlineData("""{ "maxProperties": 1 }""", """{ "a": 1, "b": 2 }""", "must have at most 1 member")]
    [InlineData("""{ "contains": { "const": 1 } }""", "[2]", "must contain 1")]
    [InlineData("""{ "not": { "const": 1 } }""", "1", "must not be 1")]
    [InlineData("false", "1", "is not allowed")]
    public void A_keyword_says_in_words_what_it_wants(string schema, string value, string message) =>
        JsonSchema.Compile(schema).Validate(Json.Of(value)).Errors.ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void An_error_tells_place_keyword_expected_and_actual()
    {
        var schema = JsonSchema.Compile("""{ "properties": { "lines": { "items": { "properties": { "a/b": { "maximum": 5 } } } } } }""");

        var result = schema.Validate(Json.Of("""{ "lines": [{ "a/b": 1 }, { "a/b": 6 }] }"""));

        result.Errors.ShouldHaveSingleItem().ShouldBe(new SchemaError("/lines/1/a~1b", "maximum", "at most 5", "6", "must be at most 5") { Field = "a/b" });
    }

    [Fact]
    public void A_missing_member_is_reported_where_its_field_stands()
    {
        var schema = JsonSchema.Compile("""{ "required": ["orderId"], "dependentRequired": { "card": ["cvc"] } }""");

        var errors = schema.Validate(Json.Of("""{ "card": "1234" }""")).Errors;

        errors.Select(error => error.ToString()).ShouldBe(["/orderId: is required", "/cvc: is required where card is given"]);
    }

    [Fact]
    public void An_unknown_member_is_reported_with_the_known_ones()
    {
        var schema = JsonSchema.Compile("""{ "properties": { "name": {}, "age": {} }, "additionalProperties": false }""");

        var error = schema.Validate(Json.Of("""{ "nmae": 1 }""")).Errors.ShouldHaveSingleItem();

        error.ToString().ShouldBe("/nmae: is not a known member");
        error.Expected.ShouldBe("one of name or age");
    }

    [Fact]
    public void All_errors_of_a_value_come_at_once()
    {
        var schema = JsonSchema.Compile("""
            { "properties": { "a": { "minLength": 3, "pattern": "^x" }, "b": { "type": "integer" } }, "required": ["c"] }
            """);

        var errors = schema.Validate(Json.Of("""{ "a": "y", "b": "z" }""")).Errors;

        errors.Select(error => $"{error.InstancePath} {error.Keyword}").ShouldBe(["/c required", "/a minLength", "/a pattern", "/b type"]);
    }

    [Fact]
    public void Of_several_alternatives_the_one_that_was_meant_explains_the_error()
    {
        var schema = JsonSchema.Compile("""
            { "oneOf": [
              { "properties": { "kind": { "const": "card" }, "number": { "minLength": 12 } }, "required": ["kind"] },
              { "properties": { "kind": { "const": "bank" }, "iban": { "type": "string" } }, "required": ["kind", "iban"] } ] }
            """);

        schema.Validate(Json.Of("""{ "kind": "bank" }""")).ToString().ShouldBe("/iban: is required");
        schema.Validate(Json.Of("""{ "kind": "cash" }""")).ToString().ShouldBe("/kind: must be \"card\" or \"bank\"");
    }

    [Fact]
    public void More_than_one_fitting_alternative_of_oneOf_is_an_error() =>
        JsonSchema.Compile("""{ "oneOf": [true, { "type": "number" }] }""").Validate(Json.Of("1")).ToString().ShouldBe("fits more than one alternative");

    [Fact]
    public void Only_the_branch_that_applies_reports() =>
        JsonSchema.Compile("""{ "if": { "type": "number" }, "then": { "minimum": 1 }, "else": { "minLength": 1 } }""")
            .Validate(Json.Of("0")).ToString().ShouldBe("must be at least 1");

    [Fact]
    public void A_repeated_item_is_reported_at_its_index() =>
        JsonSchema.Compile("""{ "uniqueItems": true }""").Validate(Json.Of("""[1, { "a": [2] }, 1.0]""")).ToString().ShouldBe("/2: is in the list already");

    [Fact]
    public void A_string_that_is_no_text_is_an_error_and_no_exception()
    {
        var schema = JsonSchema.Compile("""{ "minLength": 1 }""");

        schema.Validate(Json.Of("\"\\ud800\"")).Errors.ShouldHaveSingleItem().Message.ShouldBe("holds text that is not valid Unicode");
    }

    [Theory]
    [InlineData("""{ "orderId": "" }""", "Order number must not be empty.")]
    [InlineData("""{ }""", "Order number is required.")]
    [InlineData("""{ "orderId": "a", "limit": -1 }""", "limit must be at least 0.")]
    [InlineData("""{ "orderId": "a", "lines": ["x", 1] }""", "Item 2 of Order lines must be text.")]
    [InlineData("""{ "orderId": "a", "days": { "monday": 25 } }""", "Hours must be at most 24.")]
    [InlineData("""{ "orderId": "a", "other": 1 }""", "other is not a known member.")]
    [InlineData("[]", "The order must be an object.")]
    public void A_sentence_begins_with_what_people_call_the_field(string value, string sentence)
    {
        var schema = JsonSchema.Compile("""
            { "type": "object", "title": "The order", "required": ["orderId"], "additionalProperties": false,
              "properties": {
                "orderId": { "$ref": "#/$defs/number" },
                "limit": { "minimum": 0 },
                "lines": { "title": "Order lines", "items": { "type": "string" } },
                "days": { "patternProperties": { "day$": { "title": "Hours", "maximum": 24 } } } },
              "$defs": { "number": { "title": "Order number", "type": "string", "minLength": 1 } } }
            """);

        schema.Validate(Json.Of(value)).Errors.ShouldHaveSingleItem().Sentence.ShouldBe(sentence);
    }

    [Fact]
    public void Of_alternatives_of_one_kind_the_nearest_explains_the_error()
    {
        var schema = JsonSchema.Compile("""
            { "anyOf": [
              { "properties": { "street": { "minLength": 2 }, "town": {} }, "required": ["street", "town", "country"], "additionalProperties": false },
              { "properties": { "box": { "type": "integer" }, "town": {} }, "required": ["box", "town"], "additionalProperties": false } ] }
            """);

        schema.Validate(Json.Of("""{ "box": "12", "town": "Ulm" }""")).ToString().ShouldBe("/box: must be a whole number");
    }

    [Fact]
    public void What_nobody_looked_at_is_one_error_and_no_noise_beside_others()
    {
        var schema = JsonSchema.Compile("""{ "allOf": [{ "properties": { "a": { "type": "integer" } } }], "unevaluatedProperties": false }""");

        schema.Validate(Json.Of("""{ "a": 1, "b": 2 }""")).ToString().ShouldBe("/b: is not a known member");
        schema.Validate(Json.Of("""{ "a": "x", "b": 2 }""")).ToString().ShouldBe("/a: must be a whole number");
    }

    [Fact]
    public void A_million_errors_are_a_thousand()
    {
        var schema = JsonSchema.Compile("""{ "items": { "patternProperties": { "x": { "minimum": 2 } }, "unevaluatedProperties": false } }""");

        var errors = schema.Validate(Json.Of($"[{string.Join(',', Enumerable.Repeat("""{ "x": 1 }, { "y": 1 }""", 5_000))}]")).Errors;

        errors.Count.ShouldBe(1_000);
        errors[^1].InstancePath.ShouldBe("/999/y");
    }
}
