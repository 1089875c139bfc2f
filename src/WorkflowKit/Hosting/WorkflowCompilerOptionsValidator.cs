using Microsoft.Extensions.Options;

namespace WorkflowKit.Hosting;

/// <summary>Refuses settings that no compiler can keep; all that is wrong is told at once.</summary>
internal sealed class WorkflowCompilerOptionsValidator : IValidateOptions<WorkflowCompilerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkflowCompilerOptions options)
    {
        List<string> problems = [];
        if (options.CacheFolder is { } folder && string.IsNullOrWhiteSpace(folder))
            problems.Add($"{nameof(options.CacheFolder)} must name a folder, or be null for none.");
        if (options.CacheFolderCapacity < 1)
            problems.Add($"{nameof(options.CacheFolderCapacity)} must be at least 1; it is {options.CacheFolderCapacity}.");
        if (options.MemoryCapacity < 1)
            problems.Add($"{nameof(options.MemoryCapacity)} must be at least 1; it is {options.MemoryCapacity}.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
