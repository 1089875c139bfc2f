using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace WorkflowKit.Compilation;

/// <summary>One source on its way through Roslyn: its syntax tree, and the texts that its PDB carries.</summary>
internal sealed record CompilationUnit(GeneratedSource Source, SyntaxTree Tree, IReadOnlyList<EmbeddedText> EmbeddedTexts)
{
    public static CompilationUnit Parse(GeneratedSource source, CSharpParseOptions options, CancellationToken cancellationToken)
    {
        var code = RoslynText.From(source.CSharp, Encoding.UTF8);
        return new CompilationUnit(
            source,
            CSharpSyntaxTree.ParseText(code, options, source.FileName, cancellationToken),
            [
                EmbeddedText.FromSource(source.FileName, code),
                EmbeddedText.FromSource(source.Definition.FileName, RoslynText.From(source.Definition.Text, Encoding.UTF8)),
            ]);
    }
}
