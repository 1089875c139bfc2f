using static WorkflowKit.Tests.Compilation.CompilerUnderTest;

namespace WorkflowKit.Tests.Compilation;

public sealed class CompileAllTests
{
    [Fact]
    public async Task Many_definitions_go_into_one_compilation()
    {
        var compiler = new CompilerUnderTest();
        string[] ids = [.. Enumerable.Range(0, 20).Select(i => $"w{i}")];

        var results = await compiler.Compiler.CompileAllAsync([.. ids.Select(id => Definition(id))], TestContext.Current.CancellationToken);

        results.Select(result => result.Program!.Workflow.WorkflowId).ShouldBe(ids);
        compiler.Stage.Compilations.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_fails_leaves_the_others_alone()
    {
        var compiler = new CompilerUnderTest(new FakeFrontEnd { Members = definition => definition.Id == "bad" ? "nonsense" : "" });

        var results = await compiler.Compiler.CompileAllAsync([Definition("one"), Definition("bad"), Definition("two")], TestContext.Current.CancellationToken);

        results.Select(result => result.Succeeded).ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task Two_versions_of_one_workflow_may_come_together()
    {
        var compiler = new CompilerUnderTest();

        var results = await compiler.Compiler.CompileAllAsync([Definition("one", 1), Definition("one", 2)], TestContext.Current.CancellationToken);

        results.Select(result => result.Program!.Workflow.DefinitionHash).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_known_is_not_compiled_again()
    {
        var compiler = new CompilerUnderTest();
        await compiler.CompileAsync(Definition("one"));

        var results = await compiler.Compiler.CompileAllAsync([Definition("one"), Definition("two")], TestContext.Current.CancellationToken);

        results.Select(result => result.FromCache).ShouldBe([true, false]);
    }
}
