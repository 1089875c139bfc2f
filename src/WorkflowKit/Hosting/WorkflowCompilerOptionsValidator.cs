using Microsoft.Extensions.Options;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Hosting;

/// <summary>Refuses settings that no compiler can keep; all that is wrong is told at once.</summary>
internal sealed class WorkflowCompilerOptionsValidator : IValidateOptions<WorkflowCompilerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkflowCompilerOptions options)
    {
        var problems = new OptionProblems();
        if (options.CacheFolder is { } folder && string.IsNullOrWhiteSpace(folder))
            problems.Add($"{nameof(options.CacheFolder)} must name a folder, or be null for none.");
        problems.AtLeast(1, options.CacheFolderCapacity, nameof(options.CacheFolderCapacity));
        problems.AtLeast(1, options.MemoryCapacity, nameof(options.MemoryCapacity));
        return problems.Result;
    }
}
