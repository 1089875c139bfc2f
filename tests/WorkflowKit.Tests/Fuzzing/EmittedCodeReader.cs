using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Reads emitted C# and finds what the emitters may not write. Texts of the definition may be in literals and comments, and as the definition has them.</summary>
internal sealed partial class EmittedCodeReader
{
    // Whatever is not here, such as unsafe code, typeof, attributes, goto, lock or catch, no emitter needs.
    private static readonly HashSet<string> Kinds =
    [
        // The file, its types and members.
        "CompilationUnit", "UsingDirective", "NameEquals", "FileScopedNamespaceDeclaration", "ClassDeclaration", "RecordDeclaration", "BaseList", "SimpleBaseType", "FieldDeclaration", "PropertyDeclaration",
        "AccessorList", "GetAccessorDeclaration", "InitAccessorDeclaration", "MethodDeclaration", "ParameterList", "Parameter", "VariableDeclaration", "VariableDeclarator", "EqualsValueClause", "ArrowExpressionClause", "FieldExpression",

        // Types.
        "IdentifierName", "GenericName", "QualifiedName", "AliasQualifiedName", "TypeArgumentList", "PredefinedType", "NullableType", "ArrayType", "ArrayRankSpecifier", "OmittedArraySizeExpression",

        // Statements.
        "Block", "ExpressionStatement", "LocalDeclarationStatement", "IfStatement", "ElseClause", "ReturnStatement", "ThrowStatement",

        // Expressions.
        "InvocationExpression", "SimpleMemberAccessExpression", "ConditionalAccessExpression", "MemberBindingExpression", "ArgumentList", "Argument", "NameColon", "AwaitExpression", "ParenthesizedExpression",
        "SimpleLambdaExpression", "ParenthesizedLambdaExpression", "ObjectCreationExpression", "ImplicitObjectCreationExpression", "ArrayCreationExpression", "ObjectInitializerExpression", "ArrayInitializerExpression",
        "SimpleAssignmentExpression", "CoalesceAssignmentExpression", "CoalesceExpression", "ConditionalExpression", "CastExpression", "CollectionExpression", "ExpressionElement", "SpreadElement", "TupleExpression",
        "SuppressNullableWarningExpression", "SwitchExpression", "SwitchExpressionArm", "ThrowExpression", "DiscardDesignation", "DiscardPattern", "VarPattern", "SingleVariableDesignation",
        "IsPatternExpression", "ConstantPattern", "NotPattern", "OrPattern", "InterpolatedStringExpression", "InterpolatedStringText", "Interpolation", "InterpolationFormatClause",
        "AddExpression", "SubtractExpression", "MultiplyExpression", "DivideExpression", "ModuloExpression", "UnaryMinusExpression", "LogicalNotExpression", "LogicalAndExpression", "LogicalOrExpression",
        "EqualsExpression", "NotEqualsExpression", "LessThanExpression", "LessThanOrEqualExpression", "GreaterThanExpression", "GreaterThanOrEqualExpression",
        "StringLiteralExpression", "NumericLiteralExpression", "TrueLiteralExpression", "FalseLiteralExpression", "NullLiteralExpression", "DefaultLiteralExpression",
    ];

    private static readonly HashSet<string> Modifiers = ["public", "private", "sealed", "override", "readonly", "async", "static"];

    private static readonly HashSet<string> Directives = ["NullableDirectiveTrivia", "PragmaWarningDirectiveTrivia", "LineSpanDirectiveTrivia", "LineDirectiveTrivia"];

    // What is called of .NET itself: conversions, and what holds values.
    private static readonly HashSet<string> Framework =
    [
        "System.TimeSpan", "System.DateTimeOffset", "System.Nullable", "System.Guid", "System.Uri", "System.Enum", "System.Char", "System.Object", "System.ValueType", "System.ReadOnlyMemory", "System.String", "System.Int64", "System.Int32",
        "System.Double", "System.Collections.Generic.Dictionary", "System.Collections.Generic.List", "System.Collections.Generic.IReadOnlyList", "System.Collections.Generic.IReadOnlyCollection",
        "System.Text.Json.JsonDocument", "System.Text.Json.JsonElement", "System.ValueTuple", "System.Func", "Microsoft.Extensions.Logging.LogLevel",
    ];

    private static readonly HashSet<string> RuntimeNamespaces = ["WorkflowKit", "WorkflowKit.Definitions", "WorkflowKit.Expressions", "WorkflowKit.Log", "WorkflowKit.Runs"];

    private const int MostPieces = 8;

    private readonly JsonObject _definition;
    private readonly SemanticModel _model;
    private readonly HashSet<string> _texts;
    private readonly List<string> _findings = [];

    private EmittedCodeReader(JsonObject definition, string csharp)
    {
        (_definition, _model) = (definition, InMemoryCompiler.Understand(csharp));
        _texts = [.. Texts(definition).Select(Plain), "/"];
    }

    /// <summary>All that should not be there.</summary>
    public static IReadOnlyList<string> Read(JsonObject definition, string csharp)
    {
        var reader = new EmittedCodeReader(definition, csharp);
        var root = (CompilationUnitSyntax)reader._model.SyntaxTree.GetRoot(TestContext.Current.CancellationToken);
        foreach (var node in root.DescendantNodes())
            reader.Node(node);
        foreach (var token in root.DescendantTokens())
            reader.Token(token);
        foreach (var trivia in root.DescendantTrivia())
            reader.Trivia(trivia);
        reader.Slots(root);
        return reader._findings;
    }

    private void Node(SyntaxNode node)
    {
        if (!Kinds.Contains(node.Kind().ToString()))
            Find(node.GetLocation(), $"a {node.Kind()}: {node}");
        if (node is MemberDeclarationSyntax member)
            Member(member);
        if (node is IdentifierNameSyntax or GenericNameSyntax && _model.GetSymbolInfo(node).Symbol is { } symbol && symbol.Kind is SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.Event)
            Use(node, symbol);
        if (node is ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax && _model.GetSymbolInfo(node).Symbol is { } constructor)
            Use(node, constructor);
    }

    // Nothing static holds a value: it would outlive the program.
    private void Member(MemberDeclarationSyntax member)
    {
        foreach (var modifier in member.Modifiers.Where(modifier => !Modifiers.Contains(modifier.Text)))
            Find(modifier.GetLocation(), $"the modifier {modifier.Text}");
        if (member is not MethodDeclarationSyntax && member.Modifiers.Any(SyntaxKind.StaticKeyword))
            Find(member.GetLocation(), $"a static: {member}");
    }

    private void Use(SyntaxNode node, ISymbol symbol)
    {
        if (symbol.ContainingType is not { } owner || owner.Locations.Any(location => location.IsInSource) || owner.IsTupleType)
            return;
        var space = owner.ContainingNamespace.ToDisplayString();
        var isOfRuntime = owner.ContainingAssembly.Name == "WorkflowKit.Runtime" && RuntimeNamespaces.Contains(space);
        var isOfStep = owner.ContainingAssembly.Name == typeof(EmittedCodeReader).Assembly.GetName().Name;
        if (!isOfRuntime && !isOfStep && !Framework.Contains($"{space}.{owner.Name}"))
            Find(node.GetLocation(), $"a use of {symbol.ToDisplayString()}");
    }

    private void Token(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken:
                var text = token.IsKind(SyntaxKind.InterpolatedStringTextToken) ? token.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : token.ValueText;
                if (text.Contains(HostileText.Marker, StringComparison.Ordinal) && !IsOfDefinition(text))
                    Find(token.GetLocation(), $"a text that the definition does not have: {token.Text}");
                break;
            case SyntaxKind.IdentifierToken when !Identifier().IsMatch(token.Text):
                Find(token.GetLocation(), $"the name {token.Text}");
                break;
            default:
                if (token.Text.Contains(HostileText.Marker, StringComparison.Ordinal))
                    Find(token.GetLocation(), $"a text of the definition outside of literals: {token.Text}");
                break;
        }
    }

    private void Trivia(SyntaxTrivia trivia)
    {
        var isKnown = trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.SingleLineCommentTrivia || Directives.Contains(trivia.Kind().ToString());
        if (!isKnown)
            Find(trivia.GetLocation(), $"a {trivia.Kind()}: {trivia}");
    }

    // Each step has its slot, under its own id, and no step has two.
    private void Slots(CompilationUnitSyntax root)
    {
        var slots = root.DescendantNodes().OfType<FieldDeclarationSyntax>()
            .Select(field => field.Declaration.Variables[0].Initializer?.Value.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault()?.Token.ValueText ?? field.ToString());
        var steps = Steps(_definition);
        if (!slots.Order(StringComparer.Ordinal).SequenceEqual(steps.Order(StringComparer.Ordinal)))
            Find(root.GetLocation(), "slots of other steps than the definition's");
    }

    private static IEnumerable<string> Steps(JsonNode? node) => node switch
    {
        JsonObject step when step["type"] is JsonValue && step["id"] is JsonValue id => step.Where(member => member.Key is not ("with" or "ui")).SelectMany(member => Steps(member.Value)).Prepend(id.GetValue<string>()),
        JsonObject members => members.Where(member => member.Key is not ("inputs" or "ui" or "outputs" or "connections" or "with")).SelectMany(member => Steps(member.Value)),
        JsonArray items => items.SelectMany(Steps),
        _ => [],
    };

    private bool IsOfDefinition(string text)
    {
        // A schema is carried as JSON.
        if (text.StartsWith('{') && TryParse(text) is { } schema)
            return Texts(schema).All(part => _texts.Contains(Plain(part)));
        // Texts that stand side by side are written as one, as are a place and a name in it.
        var rest = Plain(text);
        for (var pieces = 0; rest.Length > 0; pieces++)
        {
            var length = _texts.Max(known => SharedWith(known, rest));
            if (length == 0 || pieces == MostPieces)
                return false;
            rest = rest[length..];
        }

        return true;
    }

    // How much of the beginning of a text is anywhere in another.
    private static int SharedWith(string known, string text)
    {
        var best = 0;
        for (var at = 0; at < known.Length - best; at++)
        {
            var length = known.AsSpan(at).CommonPrefixLength(text);
            best = Math.Max(best, length);
        }

        return best;
    }

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    // Expressions write some characters with a backslash, and templates an opening bracket with one more dollar.
    private static string Plain(string text) => Escapes().Replace(text.Replace("$${{", "${{", StringComparison.Ordinal), match => match.Value switch
    {
        "\\n" or "\n" or "\\r" or "\r" or "\\x00" or "\0" => " ",
        _ => "",
    });

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private void Find(Location location, string what) => _findings.Add($"line {location.GetLineSpan().StartLinePosition.Line + 1}: {what}");

    [GeneratedRegex(@"^@?[\p{L}_][\p{L}\p{Mn}\p{Mc}\p{Nd}_]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\\n|\n|\\r|\r|\\x00|\0|\\")]
    private static partial Regex Escapes();
}
