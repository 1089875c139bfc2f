namespace WorkflowKit.Definitions;

/// <summary>What is wrong inside a string.</summary>
internal sealed record JsonStringError(int Start, int Length, string Message, string Hint, (int Position, char Replacement)[] Repair);
