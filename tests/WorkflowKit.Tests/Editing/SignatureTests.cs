namespace WorkflowKit.Tests.Editing;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("inputs.orderId.startsWith(|", "string.startsWith(string) -> bool", 0)]
    [InlineData("inputs.orderId.replace('a', |)", "string.replace(string, string) -> string", 1)]
    [InlineData("inputs.orderId.replace('a', 'b', |)", "string.replace(string, string, int) -> string", 2)]
    [InlineData("size([1].map(x, |", "list.map(item, expression) -> list", 1)]
    [InlineData("math.greatest(1, (2 + |", "math.greatest(int...) -> int", 1)]
    [InlineData("has(|", "has(value.member) -> bool", 0)]
    public void The_function_around_the_caret_is_told_with_its_argument(string expression, string label, int parameter)
    {
        var help = Help(expression);

        help.ShouldNotBeNull().Signatures[0].Label.ShouldBe(label);
        help.ActiveParameter.ShouldBe(parameter);
    }

    [Theory]
    [InlineData("inputs.orderId|")]
    [InlineData("(inputs.orderId|")]
    [InlineData("size(inputs.orderId) + |")]
    public void Outside_of_a_call_there_is_none(string expression) => Help(expression).ShouldBeNull();

    private static WorkflowKit.Editing.SignatureHelp? Help(string expression)
    {
        var (source, offset) = Editor.At(Editor.WithSteps($$"""{ "id": "a", "type": "log", "if": "{{expression}}", "message": "" }"""));
        return Editor.Service.SignatureAsync(source, offset, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
    }
}
