using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>One syntax error, and the characters to put in the place of others so that reading can go on; none where no mending is plain.</summary>
internal sealed record JsonSyntaxError(Diagnostic Diagnostic, (int Position, char Replacement)[] Repair);
