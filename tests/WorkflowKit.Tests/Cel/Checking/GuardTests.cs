namespace WorkflowKit.Tests.CelTests.Checking;

public sealed class GuardTests
{
    [Theory]
    [InlineData("steps.approve.output.approved")]
    [InlineData("steps.approve.output")]
    [InlineData("steps.approve.output.by.name == 'x'")]
    [InlineData("has(steps.approve.output) || steps.approve.output.approved")]
    [InlineData("has(steps.count.output) && steps.approve.output.approved")]
    [InlineData("!has(steps.approve.output) && steps.approve.output.approved")]
    [InlineData("steps.approve.status == 'failed' && steps.approve.output.approved")]
    [InlineData("steps.approve.output == null ? steps.approve.output.approved : true")]
    [InlineData("inputs.tags.exists(t, t == steps.approve.output.note)")]
    [InlineData("[steps.approve.output]")]
    [InlineData("string(steps.count.output)")]
    public void Reading_a_possibly_skipped_output_unguarded_is_a_warning(string text) =>
        new Sample().Check(text).Issues.ShouldHaveSingleItem().Descriptor.Code.ShouldBe("WK2104");

    [Theory]
    [InlineData("steps.?approve.?output.?approved.orValue(true)")]
    [InlineData("steps.?approve.output.approved.orValue(true)")]
    [InlineData("steps.approve.?output.?approved.orValue(true)")]
    [InlineData("has(steps.approve.output)")]
    [InlineData("has(steps.approve)")]
    [InlineData("has(steps.approve.output.note)")]
    [InlineData("has(steps.approve.output) && steps.approve.output.approved")]
    [InlineData("has(steps.approve) && steps.approve.output.approved")]
    [InlineData("has(steps.approve.output.note) && steps.approve.output.approved")]
    [InlineData("has(steps.approve.output) ? steps.approve.output.approved : false")]
    [InlineData("!has(steps.approve.output) || steps.approve.output.approved")]
    [InlineData("!(has(steps.approve.output)) ? true : steps.approve.output.approved")]
    [InlineData("steps.approve.output != null && steps.approve.output.approved")]
    [InlineData("steps.approve.output == null || steps.approve.output.approved")]
    [InlineData("null != steps.approve.output && steps.approve.output.approved")]
    [InlineData("steps.approve.status == 'completed' && steps.approve.output.approved")]
    [InlineData("steps.approve.status != 'completed' || steps.approve.output.approved")]
    [InlineData("inputs.count > 1 && has(steps.approve.output) && inputs.limit > 1 && steps.approve.output.approved")]
    [InlineData("has(steps.approve.output) && inputs.tags.exists(t, t == steps.approve.output.note)")]
    [InlineData("steps.?approve.?output.optMap(a, a.approved).orValue(false)")]
    public void A_guard_makes_it_right(string text) => new Sample().Check(text).Issues.ShouldBeEmpty();
}
