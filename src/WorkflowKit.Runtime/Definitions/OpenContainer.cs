namespace WorkflowKit.Definitions;

/// <summary>An object or array whose end has not been reached.</summary>
internal readonly record struct OpenContainer(int Start, bool IsObject)
{
    public char Closer => IsObject ? '}' : ']';

    public string Name => IsObject ? "object" : "array";
}
