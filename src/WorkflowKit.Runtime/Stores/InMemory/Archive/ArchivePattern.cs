namespace WorkflowKit.Stores;

/// <summary>What executions of one version of a workflow have in common with one of them: each is kept as how it differs.</summary>
internal sealed class ArchivePattern(ExecutionHeader header, MemoryEntry[] entries)
{
    internal string WorkflowId { get; } = header.WorkflowId;

    internal string WorkflowName { get; } = header.WorkflowName;

    internal string DefinitionHash { get; } = header.DefinitionHash;

    internal ReadOnlySpan<MemoryEntry> Entries => entries;

    internal bool IsOf(ExecutionHeader other) => WorkflowId == other.WorkflowId && DefinitionHash == other.DefinitionHash && WorkflowName == other.WorkflowName;
}
