using WorkflowKit.Definitions;
using WorkflowKit.Structure;

namespace WorkflowKit.Binding;

/// <summary>What a definition's names know of one step.</summary>
internal sealed class StepSymbol(StepDefinition definition, StepSymbol? parent, bool isCompensation, ScopeGraph scope, Block block, string local)
{
    private HashSet<Block>? _readers;

    public StepDefinition Definition { get; } = definition;

    public string Id => Definition.Id;

    /// <summary>The step that this one stands in, or undoes.</summary>
    public StepSymbol? Parent { get; } = parent;

    /// <summary>Whether it stands in its parent's <c>compensate</c> list itself.</summary>
    public bool IsCompensation { get; } = isCompensation;

    /// <summary>The list of steps in which it stands.</summary>
    public ScopeGraph Scope { get; } = scope;

    /// <summary>The name of the local that holds its output.</summary>
    public string Local { get; } = local;

    /// <summary>The name of the field that holds its slot.</summary>
    public string Slot => "_" + Local;

    /// <summary>The block in which it runs.</summary>
    public Block Block { get; } = block;

    /// <summary>The block that declares the local: the innermost around the step and all places that read its output.</summary>
    public Block Home { get; private set; } = block;

    /// <summary>Whether any expression reads its output.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Whether any expression asks for its status, error or times.</summary>
    public bool IsObserved { get; private set; }

    /// <summary>Whether any place reads its output where it may be absent, so that the local must be able to hold nothing.</summary>
    public bool IsNullable { get; private set; }

    public void ReadFrom(Block reader, bool mayBeAbsent)
    {
        IsRead = true;
        IsNullable |= mayBeAbsent;
        Home = Home.Common(reader);
        (_readers ??= []).Add(reader);
    }

    /// <summary>Whether any expression in the block, or in one inside of it, reads its output.</summary>
    public bool IsReadIn(Block block) => _readers?.Any(reader => reader.IsInside(block)) == true;

    public void Observe() => IsObserved = true;

    /// <summary>Whether <paramref name="other"/> is this step or stands, at any depth, in it.</summary>
    public bool Contains(StepSymbol? other)
    {
        for (; other is not null; other = other.Parent)
        {
            if (other == this)
                return true;
        }

        return false;
    }
}
