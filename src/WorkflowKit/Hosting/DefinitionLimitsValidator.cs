using Microsoft.Extensions.Options;
using WorkflowKit.Definitions;

namespace WorkflowKit.Hosting;

/// <summary>Refuses limits that leave no definition possible.</summary>
internal sealed class DefinitionLimitsValidator : IValidateOptions<DefinitionLimits>
{
    public ValidateOptionsResult Validate(string? name, DefinitionLimits options)
    {
        (string Name, int Value)[] limits =
        [
            (nameof(options.MaxBytes), options.MaxBytes),
            (nameof(options.MaxSteps), options.MaxSteps),
            (nameof(options.MaxNesting), options.MaxNesting),
            (nameof(options.MaxExpressionLength), options.MaxExpressionLength),
            (nameof(options.MaxExpressionDepth), options.MaxExpressionDepth),
            (nameof(options.MaxTemplateLength), options.MaxTemplateLength),
        ];
        var problems = limits.Where(limit => limit.Value < 1).Select(limit => $"{limit.Name} must be at least 1; it is {limit.Value}.").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
