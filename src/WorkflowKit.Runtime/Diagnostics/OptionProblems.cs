using Microsoft.Extensions.Options;

namespace WorkflowKit.Diagnostics;

/// <summary>What is wrong with a host's options; all of it is told at once.</summary>
internal sealed class OptionProblems
{
    private readonly List<string> _problems = [];

    internal ValidateOptionsResult Result => _problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_problems);

    internal void Add(string problem) => _problems.Add(problem);

    internal void AtLeast<T>(T least, T value, string option)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0) Add($"{option} must be at least {least}; it is {value}.");
    }

    internal void Within<T>(T least, T value, T most, string option)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0) Add($"{option} must be from {least} to {most}; it is {value}.");
    }
}
