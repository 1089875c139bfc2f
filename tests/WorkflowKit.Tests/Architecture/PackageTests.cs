using System.Reflection.PortableExecutable;

namespace WorkflowKit.Tests.Architecture;

/// <summary>What whoever installs the packages finds.</summary>
public sealed class PackageTests
{
    public static TheoryData<string> Packages => [.. Directory.EnumerateDirectories(Repository.File("src")).Select(path => Path.GetFileName(path))];

    [Theory, MemberData(nameof(Packages))]
    public void The_readme_says_what_each_package_is_for(string package) =>
        File.ReadLines(Repository.File("README.md")).ShouldContain(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains($"`{package}`", StringComparison.Ordinal));

    [Theory]
    [InlineData(typeof(WorkflowKitBuilder)), InlineData(typeof(IExecutionEngine))]
    public void Libraries_hold_their_symbols(Type ofLibrary)
    {
        using var library = new PEReader(File.OpenRead(ofLibrary.Assembly.Location));

        library.ReadDebugDirectory().ShouldContain(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }
}
