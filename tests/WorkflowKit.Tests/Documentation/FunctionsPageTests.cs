using WorkflowKit.Expressions.Catalogue;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Documentation;

public sealed class FunctionsPageTests
{
    private static readonly string[] Rows = [.. File.ReadAllLines(Repository.File("docs", "functions.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void Every_function_has_its_row()
        => CelFunctions.All.Select(one => $"| `{one.Signature}` | {one.Summary} |").Except(Rows).ShouldBeEmpty();

    [Fact]
    public void No_row_names_a_function_that_is_not_there()
        => Rows.Where(row => row.Contains(" -> ", StringComparison.Ordinal)).Except(CelFunctions.All.Select(one => $"| `{one.Signature}` | {one.Summary} |")).ShouldBeEmpty();
}
