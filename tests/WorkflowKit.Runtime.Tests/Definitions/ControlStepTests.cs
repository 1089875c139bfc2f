using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Definitions;

public class ControlStepTests
{
    [Theory]
    [InlineData("all", ParallelMode.All)]
    [InlineData("settle", ParallelMode.Settle)]
    [InlineData("first", ParallelMode.First)]
    public void Parallel(string mode, ParallelMode expected)
    {
        var step = Read.Step($$"""
            "type": "parallel", "mode": "{{mode}}", "maxConcurrency": 2,
            "branches": [{ "id": "a", "if": "inputs.x", "steps": [{ "id": "t", "type": "a.b" }] }, { "id": "b", "steps": [] }]
            """).ShouldBeOfType<ParallelDefinition>();

        step.Mode.ShouldBe(expected);
        step.MaxConcurrency.ShouldBe(2);
        step.Branches.Select(branch => branch.Id).ShouldBe(["a", "b"]);
        step.Branches[0].If!.Text.ShouldBe("inputs.x");
        step.Branches[0].Steps.ShouldHaveSingleItem().Id.ShouldBe("t");
        step.Branches[1].Source.Pointer.ShouldBe("/steps/0/branches/1");
        step.InnerScopes.Count().ShouldBe(2);
    }

    [Fact]
    public void Switch()
    {
        var step = Read.Step("""
            "type": "switch", "cases": [{ "when": "1 < 2", "steps": [{ "id": "t", "type": "a.b" }] }], "default": [{ "id": "u", "type": "a.b" }]
            """).ShouldBeOfType<SwitchDefinition>();

        step.Cases.ShouldHaveSingleItem().When.Text.ShouldBe("1 < 2");
        step.Cases[0].Steps[0].Id.ShouldBe("t");
        step.Default!.ShouldHaveSingleItem().Id.ShouldBe("u");
    }

    [Fact]
    public void A_switch_without_default_has_none() =>
        Read.Step(""" "type": "switch", "cases": [] """).ShouldBeOfType<SwitchDefinition>().Default.ShouldBeNull();

    [Fact]
    public void ForEach()
    {
        var step = Read.Step("""
            "type": "forEach", "items": "inputs.lines", "as": "line", "concurrency": 4, "steps": [{ "id": "t", "type": "a.b" }], "result": "line.sku"
            """).ShouldBeOfType<ForEachDefinition>();

        step.Items.Text.ShouldBe("inputs.lines");
        step.As.ShouldBe("line");
        step.AsSource!.Pointer.ShouldBe("/steps/0/as");
        step.Concurrency.ShouldBe(4);
        step.Steps.ShouldHaveSingleItem();
        step.Result!.Text.ShouldBe("line.sku");
    }

    [Fact]
    public void ForEach_has_defaults()
    {
        var step = Read.Step(""" "type": "forEach", "items": "[1]", "steps": [] """).ShouldBeOfType<ForEachDefinition>();

        (step.As, step.AsSource, step.Concurrency, step.Result).ShouldBe(("item", null, 1, null));
    }

    [Fact]
    public void While()
    {
        var step = Read.Step(""" "type": "while", "condition": "true", "maxIterations": 5, "steps": [] """).ShouldBeOfType<WhileDefinition>();

        (step.Condition.Text, step.MaxIterations, step.HasMaxIterations).ShouldBe(("true", 5, true));
    }

    [Fact]
    public void Repeat()
    {
        var step = Read.Step(""" "type": "repeat", "until": "true", "delay": "PT1S", "steps": [] """).ShouldBeOfType<RepeatDefinition>();

        (step.Until.Text, step.MaxIterations, step.HasMaxIterations, step.Delay).ShouldBe(("true", 1000, false, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Try()
    {
        var step = Read.Step("""
            "type": "try", "steps": [{ "id": "t", "type": "a.b" }], "finally": [{ "id": "f", "type": "a.b" }],
            "catch": [{ "when": "error.code == 'x'", "steps": [{ "id": "u", "type": "a.b" }] }, { "steps": [] }]
            """).ShouldBeOfType<TryDefinition>();

        step.Steps[0].Id.ShouldBe("t");
        step.Catch[0].When!.Text.ShouldBe("error.code == 'x'");
        step.Catch[0].Steps[0].Id.ShouldBe("u");
        step.Catch[1].When.ShouldBeNull();
        step.Finally!.ShouldHaveSingleItem().Id.ShouldBe("f");
    }

    [Fact]
    public void Wait_for_a_literal()
    {
        var step = Read.Step(""" "type": "wait", "for": "PT5M" """).ShouldBeOfType<WaitDefinition>();

        (step.For!.Text, step.ForLiteral, step.Until).ShouldBe(("PT5M", TimeSpan.FromMinutes(5), null));
    }

    [Fact]
    public void Wait_for_an_expression()
    {
        var step = Read.Step(""" "type": "wait", "for": "duration(inputs.delay)" """).ShouldBeOfType<WaitDefinition>();

        (step.For!.Text, step.ForLiteral).ShouldBe(("duration(inputs.delay)", null));
    }

    [Fact]
    public void Wait_until_a_literal()
    {
        var step = Read.Step(""" "type": "wait", "until": "2030-01-31T08:00:00.5+01:00" """).ShouldBeOfType<WaitDefinition>();

        step.UntilLiteral.ShouldBe(new DateTimeOffset(2030, 1, 31, 8, 0, 0, 500, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Wait_until_an_expression() =>
        Read.Step(""" "type": "wait", "until": "inputs.at" """).ShouldBeOfType<WaitDefinition>().UntilLiteral.ShouldBeNull();

    [Fact]
    public void Input()
    {
        var step = Read.Step("""
            "type": "input", "with": { "title": "Approve", "message": "Sure?", "schema": { "type": "boolean" } }, "timeout": "P2D",
            "onTimeout": [{ "id": "t", "type": "a.b" }]
            """).ShouldBeOfType<InputDefinition>();

        step.With!["title"]!.Text.ShouldBe("Approve");
        step.Timeout.ShouldBe(TimeSpan.FromDays(2));
        step.OnTimeout!.ShouldHaveSingleItem().Id.ShouldBe("t");
    }

    [Fact]
    public void Workflow() =>
        Read.Step(""" "type": "workflow", "workflow": "child-one", "with": { "a": 1 } """).ShouldBeOfType<ChildWorkflowDefinition>().Workflow.Text.ShouldBe("child-one");

    [Fact]
    public void Set() => Read.Step(""" "type": "set", "with": [1] """).ShouldBeOfType<SetDefinition>().With!.Items.Count.ShouldBe(1);

    [Fact]
    public void Log()
    {
        var step = Read.Step(""" "type": "log", "level": "warning", "message": "Hello ${{ inputs.name }}" """).ShouldBeOfType<LogDefinition>();

        (step.Level, step.Message.Text).ShouldBe(("warning", "Hello ${{ inputs.name }}"));
    }

    [Fact]
    public void Return() => Read.Step(""" "type": "return" """).ShouldBeOfType<ReturnDefinition>().With.ShouldBeNull();

    [Fact]
    public void Fail()
    {
        var step = Read.Step(""" "type": "fail", "message": "No", "code": "refused" """).ShouldBeOfType<FailDefinition>();

        (step.Message.Text, step.Code!.Text).ShouldBe(("No", "refused"));
    }
}
