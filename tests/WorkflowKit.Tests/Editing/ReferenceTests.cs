using WorkflowKit.Definitions;
using WorkflowKit.Editing;

namespace WorkflowKit.Tests.Editing;

public sealed class ReferenceTests
{
    private const string Steps = """
        { "id": "order", "type": "shop.getOrder", "with": { "orderId": "steps.order" } },
        { "id": "pay", "type": "billing.charge", "after": ["order"], "if": "steps.order.output.total > 1.0 && steps.?order.status == 'completed'", "connection": "pay",
          "with": { "amount": "${{ steps.order.output.total }}", "currency": "\"${{ steps['order'].output.email }}${{ steps.pay }}" } },
        { "id": "note", "type": "log", "message": "${{ [1].map(steps, steps.order) }} ${{ inputs.orderId + steps.order. }} $${{ steps.order }}" }
        """;

    [Theory]
    [InlineData("\"id\": \"order\"", "\"id\": \"or|der\"")]
    [InlineData("\"after\": [\"order\"]", "\"after\": [\"ord|er\"]")]
    [InlineData("${{ steps.order.output.total }}", "${{ steps.|order.output.total }}")]
    public void All_places_of_a_step_are_found_from_any_of_them(string text, string withCaret)
    {
        var (source, offset) = Editor.At(Editor.WithSteps(Replace(Steps, text, withCaret)));

        var spans = Get(Editor.Service.FindReferencesAsync(source, offset, TestContext.Current.CancellationToken));

        spans.Select(span => source.Text.Substring(span.Start, span.Length)).ShouldBe(Enumerable.Repeat("order", 7));
        spans.Select(span => span.Start).ShouldBeInOrder();
    }

    [Fact]
    public void Renaming_changes_them_all_and_nothing_else()
    {
        var (source, offset) = Editor.At(Editor.WithSteps(Replace(Steps, "\"id\": \"order\"", "\"id\": \"|order\"")));

        var renamed = Get(Editor.Service.RenameAsync(source, offset, "purchase", TestContext.Current.CancellationToken)).ShouldNotBeNull();

        renamed.Problem.ShouldBeNull();
        Apply(source, renamed).ShouldBe(Editor.WithSteps(Steps
            .Replace("\"id\": \"order\"", "\"id\": \"purchase\"", StringComparison.Ordinal)
            .Replace("[\"order\"]", "[\"purchase\"]", StringComparison.Ordinal)
            .Replace("steps.order.", "steps.purchase.", StringComparison.Ordinal)
            .Replace("steps.?order.", "steps.?purchase.", StringComparison.Ordinal)
            .Replace("steps['order']", "steps['purchase']", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("no id", "`no id` cannot be a step's id; use a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.")]
    [InlineData("", "`` cannot be a step's id; use a letter, then at most 63 letters, digits and `_`, such as `fetchOrder`.")]
    [InlineData("pay", "Another step has the id `pay` already.")]
    public void A_bad_name_is_refused_in_words(string newId, string problem)
    {
        var (source, offset) = Editor.At(Editor.WithSteps(Replace(Steps, "\"id\": \"order\"", "\"id\": \"|order\"")));

        var renamed = Get(Editor.Service.RenameAsync(source, offset, newId, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        renamed.Edits.ShouldBeEmpty();
        renamed.Problem.ShouldBe(problem);
    }

    [Fact]
    public void Where_no_step_is_named_there_is_nothing_to_rename()
    {
        var (source, offset) = Editor.At(Editor.WithSteps(Replace(Steps, "\"type\": \"log\"", "\"type\": \"l|og\"")));

        Get(Editor.Service.RenameAsync(source, offset, "x", TestContext.Current.CancellationToken)).ShouldBeNull();
        Get(Editor.Service.FindReferencesAsync(source, offset, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("steps.order.output.total >", "steps.or|der.output.total >", "order")]
    [InlineData("\"after\": [\"order\"]", "\"after\": [\"order|\"]", "order")]
    [InlineData("\"connection\": \"pay\"", "\"connection\": \"p|ay\"", "\"pay\"")]
    [InlineData("inputs.orderId +", "inputs.order|Id +", "\"orderId\"")]
    public void What_is_referred_to_is_found_where_it_is_declared(string text, string withCaret, string declared)
    {
        var (source, offset) = Editor.At(Editor.WithSteps(Replace(Steps, text, withCaret)));

        var span = Get(Editor.Service.FindDefinitionAsync(source, offset, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        source.Text.Substring(span.Start, span.Length).ShouldBe(declared);
        span.Start.ShouldBeLessThan(offset);
    }

    private static string Apply(SourceText source, RenameResult renamed) => renamed.Edits.Reverse()
        .Aggregate(source.Text, (text, edit) => text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText));

    private static string Replace(string text, string what, string by)
    {
        text.ShouldContain(what);
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return text[..at] + by + text[(at + what.Length)..];
    }

    private static T Get<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}
