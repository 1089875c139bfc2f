using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Editing;

public sealed class BadRequestTests
{
    private static readonly SourceText Text = new("{ }", "test.workflow.json");

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public async Task A_place_outside_of_the_text_is_refused(int offset)
    {
        var service = Editor.Service;
        var stop = TestContext.Current.CancellationToken;

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await service.CompleteAsync(Text, offset, stop));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await service.HoverAsync(Text, offset, stop));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await service.SignatureAsync(Text, offset, stop));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await service.FindDefinitionAsync(Text, offset, stop));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await service.FindReferencesAsync(Text, offset, stop));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await service.RenameAsync(Text, offset, "a", stop));
    }

    [Fact]
    public async Task A_missing_text_is_refused()
    {
        await Should.ThrowAsync<ArgumentNullException>(async () => await Editor.Service.CompleteAsync(null!, 0, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Editor.Service.DiagnoseAsync(null!, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Editor.Service.RenameAsync(Text, 0, null!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_request_that_nobody_waits_for_is_given_up()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await Editor.Service.CompleteAsync(Text, 0, cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Editor.Service.DiagnoseAsync(Text, cancelled));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 3, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(2, 2, 5)]
    public void A_line_and_a_column_make_an_offset(int line, int column, int offset) => new SourceText("ab\r\nc", "a.json").OffsetOf(line, column).ShouldBe(offset);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 4)]
    public void A_place_that_is_not_there_has_no_offset(int line, int column) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SourceText("ab\r\nc", "a.json").OffsetOf(line, column));
}
