using Microsoft.Extensions.Options;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Hosting;

/// <summary>Refuses limits that leave no definition possible.</summary>
internal sealed class DefinitionLimitsValidator : IValidateOptions<DefinitionLimits>
{
    public ValidateOptionsResult Validate(string? name, DefinitionLimits options)
    {
        var problems = new OptionProblems();
        problems.AtLeast(1, options.MaxBytes, nameof(options.MaxBytes));
        problems.AtLeast(1, options.MaxSteps, nameof(options.MaxSteps));
        problems.AtLeast(1, options.MaxNesting, nameof(options.MaxNesting));
        problems.AtLeast(1, options.MaxExpressionLength, nameof(options.MaxExpressionLength));
        problems.AtLeast(1, options.MaxExpressionDepth, nameof(options.MaxExpressionDepth));
        problems.AtLeast(1, options.MaxTemplateLength, nameof(options.MaxTemplateLength));
        return problems.Result;
    }
}
