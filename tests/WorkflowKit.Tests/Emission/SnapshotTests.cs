using WorkflowKit.Tests.Architecture;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Emission;

/// <summary>What the emitter makes of whole definitions, to be read by people. Each must also compile.</summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = Repository.File("tests", "WorkflowKit.Tests", "Emission", "Snapshots");

    public static TheoryData<string> Definitions => [.. Directory.GetFiles(Folder, "*.workflow.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void The_emitted_file_is_the_approved_one_and_compiles(string fileName)
    {
        var csharp = Emitting.CSharp(File.ReadAllText(Path.Combine(Folder, fileName)), fileName);

        Approval.Verify(csharp, Path.Combine(Folder, fileName.Replace(".workflow.json", ".approved.cs.txt", StringComparison.Ordinal)));
        InMemoryCompiler.Load(csharp);
    }
}
