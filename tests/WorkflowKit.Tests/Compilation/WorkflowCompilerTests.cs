using WorkflowKit.Diagnostics;
using static WorkflowKit.Tests.Compilation.CompilerUnderTest;

namespace WorkflowKit.Tests.Compilation;

public sealed class WorkflowCompilerTests
{
    [Fact]
    public async Task A_definition_becomes_a_program()
    {
        var result = await new CompilerUnderTest().CompileAsync(Definition("orders"));

        result.Succeeded.ShouldBeTrue();
        result.Program.ShouldNotBeNull().Workflow.WorkflowId.ShouldBe("orders");
        result.CSharp.ShouldNotBeNull().ShouldContain("class Worders");
        result.Timings.Select(timing => timing.Stage).ShouldBe(["emit", "compile", "load"]);
        result.FromCache.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_definition_is_compiled_once()
    {
        var warning = new Diagnostic("WK3001", DiagnosticSeverity.Warning, "Look.", null, "", default);
        var compiler = new CompilerUnderTest(new FakeFrontEnd { Diagnostics = [warning] });
        var first = await compiler.CompileAsync(Definition("orders"));

        var second = await compiler.CompileAsync(Definition("orders"));

        second.FromCache.ShouldBeTrue();
        second.CSharp.ShouldBe(first.CSharp);
        second.Warnings.ShouldBe([warning]);
        second.Program.ShouldNotBeNull().Workflow.GetType().ShouldBe(first.Program.ShouldNotBeNull().Workflow.GetType());
        compiler.Stage.Compilations.ShouldBe(1);
    }

    [Fact]
    public async Task A_program_that_was_disposed_comes_back_without_a_compilation()
    {
        var compiler = new CompilerUnderTest();
        (await compiler.CompileAsync(Definition("orders"))).Program!.Dispose();

        var result = await compiler.CompileAsync(Definition("orders"));

        result.Program.ShouldNotBeNull().Workflow.WorkflowId.ShouldBe("orders");
        compiler.Stage.Compilations.ShouldBe(1);
    }

    [Fact]
    public async Task Another_text_or_file_name_is_another_program()
    {
        var compiler = new CompilerUnderTest();

        await compiler.CompileAsync(Definition("orders"));
        await compiler.CompileAsync(Definition("orders", 1));
        await compiler.CompileAsync(Definition("orders", fileName: "copy.workflow.json"));

        compiler.Stage.Compilations.ShouldBe(3);
    }

    [Fact]
    public async Task Emitted_code_that_does_not_compile_asks_for_a_bug_report_and_is_kept()
    {
        var result = await new CompilerUnderTest(new FakeFrontEnd { Members = _ => "nonsense" }).CompileAsync(Definition("orders"));

        result.Succeeded.ShouldBeFalse();
        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("WK9001");
        result.CSharp.ShouldNotBeNull().ShouldContain("nonsense");
        result.Program.ShouldBeNull();
    }

    [Fact]
    public async Task A_compiler_that_fails_is_a_diagnostic()
    {
        var frontEnd = new FakeFrontEnd { Members = _ => throw new InvalidOperationException("a bug") };

        var result = await new CompilerUnderTest(frontEnd).CompileAsync(Definition("orders"));

        var error = result.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("WK9002");
        error.Message.ShouldContain("a bug");
    }

    [Fact]
    public async Task A_program_that_cannot_be_made_is_a_diagnostic()
    {
        var frontEnd = new FakeFrontEnd { Members = definition => $"public W{definition.Id}() => throw new System.InvalidOperationException(\"cannot\");" };

        var result = await new CompilerUnderTest(frontEnd).CompileAsync(Definition("orders"));

        result.Errors.ShouldHaveSingleItem().Message.ShouldContain("cannot");
        result.Program.ShouldBeNull();
    }

    [Fact]
    public async Task Validation_compiles_nothing()
    {
        var compiler = new CompilerUnderTest();

        var result = await compiler.Compiler.ValidateAsync(Definition("orders"), TestContext.Current.CancellationToken);

        result.CSharp.ShouldNotBeNull();
        result.Program.ShouldBeNull();
        compiler.Stage.Compilations.ShouldBe(0);
    }

    [Fact]
    public async Task Who_gives_up_before_it_starts_gets_no_result()
    {
        var token = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(async () => await new CompilerUnderTest().Compiler.CompileAsync(Definition("orders"), token));
    }
}
