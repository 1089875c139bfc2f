namespace WorkflowKit.Editing.Completion;

/// <summary>A new expression in a template.</summary>
internal static class TemplateCompletion
{
    private const string Marks = "${{  }}";
    private const string Notes = "An expression. A string that is one expression and nothing else has the expression's value; else it is text.";

    public static void Add(CompletionRequest request)
    {
        var cursor = request.Cursor;
        if (!cursor.IsQuoted)
        {
            request.Bag.AddJson("${{ }}", CompletionKind.Snippet, new($"\"{Marks}\"", 5), '5', "expression", Notes);
            return;
        }

        // What is typed of the marks themselves is part of them.
        var begun = cursor.Typed.EndsWith("${", StringComparison.Ordinal) ? 2 : cursor.Typed.EndsWith('$') ? 1 : 0;
        var source = request.Model.Source;
        var offset = cursor.Start + Definitions.JsonEscapes.Skip(source.Text.AsSpan(cursor.Start, cursor.End - cursor.Start), 0, cursor.Typed.Length);
        request.Bag.AddExpression("${{ }}", CompletionKind.Snippet, Marks, 4, source.SpanOf(offset - begun, begun), "", '5', "expression", Notes);
    }
}
