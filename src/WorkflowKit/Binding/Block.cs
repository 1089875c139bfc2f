namespace WorkflowKit.Binding;

/// <summary>A block of emitted code: the lists of steps, and of a list with edges each node, form a tree of them.</summary>
internal sealed class Block(Block? parent)
{
    private readonly int _depth = parent is null ? 0 : parent._depth + 1;

    public Block? Parent { get; } = parent;

    /// <summary>Whether this is <paramref name="other"/> or stands, at any depth, in it.</summary>
    public bool IsInside(Block other) => Common(other) == other;

    /// <summary>The innermost block around both.</summary>
    public Block Common(Block other)
    {
        var one = this;
        while (one != other)
        {
            if (one._depth >= other._depth)
                one = one.Parent!;
            else
                other = other.Parent!;
        }

        return one;
    }
}
