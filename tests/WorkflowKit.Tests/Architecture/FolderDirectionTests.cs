using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorkflowKit.Tests.Architecture;

/// <summary>Data flows one way: a folder may use the folders before it in its package's list, and itself.</summary>
public sealed class FolderDirectionTests
{
    public static readonly string[] RuntimeFolders =
    [
        "Diagnostics", "Schemas", "Definitions", "Expressions", "Connections", "Log", "Steps", "Stores", "Runs", "Registry", "Engine", "Editing", "Hosting",
    ];

    public static readonly string[] CompilerFolders =
    [
        "Emission/Code", "Cel/Syntax", "Cel/Types", "Cel/Checking", "Cel/Emission", "Cel", "Structure", "Binding", "Analysis", "Emission", "Compilation", "Editing", "Hosting",
    ];

    public static readonly string[] StoreFolders = ["Database", "Stores", "Hosting"];

    public static readonly string[] HttpFolders =
    [
        "Options", "Problems", "Requests", "Results", "OpenApi", "Streaming", "Definitions", "Executions", "Steps", "Connections", "Language", "Hosting",
    ];

    public static readonly string[] TestingFolders = ["Assertions", "Time", "Fakes", "Hosting"];

    [Fact]
    public void Folders_of_the_runtime_use_only_folders_before_them() => BackReferences("WorkflowKit.Runtime", RuntimeFolders).ShouldBeEmpty();

    [Fact]
    public void Folders_of_the_compiler_use_only_folders_before_them() => BackReferences("WorkflowKit", CompilerFolders).ShouldBeEmpty();

    [Theory]
    [InlineData("WorkflowKit.Sqlite")]
    [InlineData("WorkflowKit.PostgreSql")]
    public void Folders_of_the_stores_use_only_folders_before_them(string project) => BackReferences(project, StoreFolders).ShouldBeEmpty();

    [Fact]
    public void Folders_of_the_test_host_use_only_folders_before_them() => BackReferences("WorkflowKit.Testing", TestingFolders).ShouldBeEmpty();

    [Fact]
    public void Folders_of_the_endpoints_use_only_folders_before_them() => BackReferences("WorkflowKit.AspNetCore", HttpFolders).ShouldBeEmpty();

    private static List<string> BackReferences(string project, string[] order)
    {
        var root = Repository.File("src", project);
        var trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path))
            .ToList();
        var compilation = CSharpCompilation.Create(project, trees, References());

        int RankOf(string path)
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(root, path))!.Replace('\\', '/');
            var rank = Array.FindIndex(order, one => folder == one || folder.StartsWith(one + "/", StringComparison.Ordinal));
            rank.ShouldBeGreaterThanOrEqualTo(0, $"{folder} has no place in the order of {project}'s folders");
            return rank;
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            var rank = RankOf(tree.FilePath);
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
                var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                var target = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                if (target is not null && RankOf(target) > rank)
                    found.Add($"{Path.GetRelativePath(root, tree.FilePath)} uses {type!.Name} of {Path.GetRelativePath(root, target)}");
            }
        }

        return [.. found];
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
