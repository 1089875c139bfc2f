using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Definitions;
using WorkflowKit.Editing;
using WorkflowKit.Tests.Editing.Steps;

namespace WorkflowKit.Tests.Editing;

/// <summary>An editor for tests: the caret is a bar in the text.</summary>
internal static class Editor
{
    public const char Caret = '|';

    private const string Inputs =
        """
        {
          "type": "object",
          "properties": {
            "orderId": { "type": "string", "title": "Order number" },
            "limit": { "type": "integer", "default": 10 },
            "speed": { "enum": ["slow", "fast"] },
            "address": { "type": "object", "properties": { "city": { "type": "string" } } }
          },
          "required": ["orderId"]
        }
        """;

    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddWorkflowKit(kit => kit.AddStep<ChargeCard>().AddStep<GetOrder>())
        .BuildServiceProvider();

    public static IWorkflowLanguageService Service => Services.GetRequiredService<IWorkflowLanguageService>();

    public static IWorkflowRegistry Registry => Services.GetRequiredService<IWorkflowRegistry>();

    /// <summary>A definition with these steps, and inputs of every kind.</summary>
    public static string WithSteps(string steps) =>
        $$"""{ "id": "test", "inputs": {{Inputs}}, "connections": { "pay": { "provider": "stripe" }, "shop": { "provider": "shopify" } }, "steps": [{{steps}}] }""";

    public static (SourceText Source, int Offset) At(string text)
    {
        var offset = text.LastIndexOf(Caret);
        offset.ShouldBeGreaterThanOrEqualTo(0, "there is no caret in the text");
        return (new SourceText(text.Remove(offset, 1), "test.workflow.json"), offset);
    }

    public static IReadOnlyList<CompletionItem> Complete(string text)
    {
        var (source, offset) = At(text);
        return Service.CompleteAsync(source, offset, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
    }

    public static string[] Labels(string text) => [.. Complete(text).Select(item => item.Label)];

    /// <summary>The text after the item of this label was chosen, with the caret where it then stands.</summary>
    public static string Choose(string text, string label)
    {
        var (source, _) = At(text);
        var items = Complete(text);
        var item = items.FirstOrDefault(one => one.Label == label);
        item.ShouldNotBeNull($"offered were: {string.Join(", ", items.Select(one => one.Label))}");
        var written = item.InsertText.Insert(item.Caret, Caret.ToString());
        return source.Text.Remove(item.Span.Start, item.Span.Length).Insert(item.Span.Start, written);
    }

    /// <summary>What is shown at the caret: the word, the title, the documentation.</summary>
    public static (string Word, string Title, string? Documentation)? Hover(string text)
    {
        var (source, offset) = At(text);
        var hover = Service.HoverAsync(source, offset, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
        return hover is null ? null : (source.Text.Substring(hover.Span.Start, hover.Span.Length), hover.Title, hover.Documentation);
    }
}
