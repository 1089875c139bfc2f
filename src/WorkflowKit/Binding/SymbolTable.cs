using WorkflowKit.Definitions;
using WorkflowKit.Structure;

namespace WorkflowKit.Binding;

/// <summary>A definition's steps, its lists of steps, and the blocks of code that they become.</summary>
internal sealed class SymbolTable
{
    private readonly StepNames _names;
    private readonly Dictionary<StepDefinition, StepSymbol> _symbols = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, StepSymbol> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<IReadOnlyList<StepDefinition>, (ScopeGraph Graph, Block Block)> _lists = new(ReferenceEqualityComparer.Instance);
    private readonly List<StepSymbol> _all = [];

    public SymbolTable(WorkflowDefinition definition)
    {
        _names = new StepNames(definition);
        Root = new Block(null);
        Add(definition.Steps, null, isCompensation: false, Root);
    }

    /// <summary>The block of the whole run.</summary>
    public Block Root { get; }

    /// <summary>All steps in source order, inner ones included.</summary>
    public IReadOnlyList<StepSymbol> All => _all;

    /// <summary>The steps by id; where an id came twice, the first.</summary>
    public IReadOnlyDictionary<string, StepSymbol> ById => _byId;

    public StepNames Names => _names;

    public StepSymbol this[StepDefinition step] => _symbols[step];

    public ScopeGraph GraphOf(IReadOnlyList<StepDefinition> steps) => _lists[steps].Graph;

    public Block BlockOf(IReadOnlyList<StepDefinition> steps) => _lists[steps].Block;

    private void Add(IReadOnlyList<StepDefinition> steps, StepSymbol? parent, bool isCompensation, Block block)
    {
        var graph = new ScopeGraph(steps);
        _lists[steps] = (graph, block);
        foreach (var step in steps)
        {
            var own = graph.IsSequence ? block : new Block(block);
            var symbol = new StepSymbol(step, parent, isCompensation, graph, own, _names.LocalOf(step));
            _all.Add(symbol);
            _symbols.Add(step, symbol);
            _byId.TryAdd(step.Id, symbol);
            foreach (var inner in step.InnerScopes)
                Add(inner, symbol, inner == step.Compensate, new Block(own));
        }
    }
}
