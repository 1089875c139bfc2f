using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WorkflowKit.Tests.Documentation;

/// <summary>Every C# block of the pages compiles. A block of statements may use the few names that a reader has by then.</summary>
public sealed class CSharpSnippetTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.DependencyInjection;
        global using WorkflowKit;
        global using WorkflowKit.Testing;
        """;

    private const string KnownStep = """
        [Step("demo.greet")]
        public sealed class Greet : IStep<Greet.Input, Greet.Output>
        {
            public sealed record Input(string Name);
            public sealed record Output(string Greeting);
            public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) => default;
        }
        """;

    [Fact]
    public void Every_csharp_block_compiles()
    {
        var problems = Snippet.In("csharp").SelectMany(Problems).ToList();

        problems.ShouldBeEmpty();
        Snippet.In("csharp").ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Problems(Snippet snippet)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(snippet.Text, options).GetRoot();
        var declaresGreet = root.Members.OfType<ClassDeclarationSyntax>().Any(one => one.Identifier.Text == "Greet");
        var text = root.Members.OfType<GlobalStatementSyntax>().Any() ? AsMethod(root) : snippet.Text;
        var trees = new[] { Usings, text, declaresGreet ? "" : KnownStep }.Select(part => CSharpSyntaxTree.ParseText(part, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Snippet", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        return compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => $"{snippet}: {one}");
    }

    private static string AsMethod(CompilationUnitSyntax root)
    {
        var statements = root.Members.OfType<GlobalStatementSyntax>().Select(one => one.ToFullString());
        var body = string.Concat(statements);
        var builder = new StringBuilder(root.Usings.ToFullString());
        builder.AppendLine("static class Program { static async Task Example(");
        var names = new (string Type, string Name)[]
        {
            ("IExecutionEngine", "engine"), ("IWorkflowRegistry", "registry"), ("string", "executionId"), ("CompilationResult", "saved"),
            ("Microsoft.AspNetCore.Builder.WebApplicationBuilder", "builder"), ("CancellationToken", "cancellationToken"),
            ("WorkflowTestHost", "host"),
        };
        builder.AppendJoin(", ", names.Where(one => !Declares(root, one.Name)).Select(one => $"{one.Type} {one.Name}"));
        return builder.AppendLine(") {").Append(body).AppendLine("await Task.CompletedTask; } }").ToString();
    }

    private static bool Declares(CompilationUnitSyntax root, string name) =>
        root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(one => one.Identifier.Text == name);
}
