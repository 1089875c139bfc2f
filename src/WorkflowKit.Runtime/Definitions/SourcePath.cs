using System.Globalization;
using System.Text;

namespace WorkflowKit.Definitions;

/// <summary>Where a value stands in its document; turned into a JSON Pointer only where somebody asks, since few do.</summary>
internal sealed class SourcePath
{
    private readonly SourcePath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private SourcePath(SourcePath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    public static SourcePath Root { get; } = new(null, null, 0);

    /// <summary>The last part of the pointer; empty for the root.</summary>
    public string LastSegment => _parent is null ? "" : _name is null ? _index.ToString(CultureInfo.InvariantCulture) : Escape(_name);

    public SourcePath Member(string name) => new(this, name, 0);

    public SourcePath Item(int index) => new(this, null, index);

    public string ToPointer()
    {
        var segments = new Stack<SourcePath>();
        for (var path = this; path._parent is not null; path = path._parent)
            segments.Push(path);

        var pointer = new StringBuilder();
        foreach (var segment in segments)
            pointer.Append('/').Append(segment.LastSegment);
        return pointer.ToString();
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
