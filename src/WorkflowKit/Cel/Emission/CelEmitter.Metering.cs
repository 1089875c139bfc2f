using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>
/// What keeps expressions from growing without bounds. The runtime bounds each value and each outermost loop; an expression of so many of
/// them that the sum would hurt is counted as a whole.
/// </summary>
internal sealed partial class CelEmitter
{
    private const int FewLoops = 3;
    private const int LittleGrowth = 16;
    private const int ShortRow = 8;

    private static readonly HashSet<string> Growing =
    [
        nameof(Cel.Replace), nameof(Cel.Join), nameof(Cel.Format), nameof(Cel.Split), nameof(Cel.Reverse), nameof(Cel.LowerAscii), nameof(Cel.UpperAscii),
        nameof(Cel.StringsQuote), nameof(Cel.RegexReplace), nameof(Cel.RegexExtractAll), nameof(Cel.Flatten), nameof(Cel.Slice), nameof(Cel.ListsRange),
        nameof(Cel.Distinct), nameof(Cel.Sort), nameof(Cel.Base64Encode), nameof(Cel.Base64Decode), nameof(Cel.ToBytes),
    ];

    private int _loopDepth;
    private int _loops;
    private int _growth;

    /// <summary>Emits a whole expression, and has its work counted together where it is much.</summary>
    private Emitted Whole(Func<Emitted> emit)
    {
        (_loops, _growth, _loopDepth) = (0, 0, 0);
        var emitted = emit();
        return _loops <= FewLoops && _growth <= LittleGrowth
            ? emitted
            : new($"Cel.Metered<{emitted.Held.Spell(types)}>(() => {emitted.Code})", emitted.Held);
    }

    // A few names and literals in a row are as long as they are; what a macro's variable holds may have grown.
    private static bool IsShort(CheckedNode node) => Count(node) <= ShortRow;

    private static int Count(CheckedNode node) => node switch
    {
        ConstantNode => 1,
        ArithmeticNode { Operator: "+", Type.Kind: CelTypeKind.String } sum => sum.Operands.Sum(Count),
        FunctionNode { Overload.Method: nameof(Cel.ToText) } text when text.Arguments[0].Type.Kind is not (CelTypeKind.String or CelTypeKind.Bytes) => 1,
        OrValueNode or => Count(or.Optional) + Count(or.Otherwise),
        ChoiceNode choice => Count(choice.Then) + Count(choice.Otherwise),
        TextNode => 1,
        _ when node.Path is { } path && !path.Contains('#', StringComparison.Ordinal) => 1,
        _ => ShortRow + 1,
    };
}
