namespace WorkflowKit.Definitions.Format;

/// <summary>One member of an object of workflow.json.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">What it is for, in Markdown, for people who write definitions.</param>
internal sealed record FormatMember(string Name, FormatKind Kind, string Description)
{
    public bool IsRequired { get; init; }

    /// <summary>The words that it takes, for <see cref="FormatKind.Word"/>.</summary>
    public IReadOnlyList<FormatWord> Words { get; init; } = [];

    /// <summary>The least number, for <see cref="FormatKind.Integer"/>.</summary>
    public int Minimum { get; init; }

    /// <summary>The greatest number, for <see cref="FormatKind.Integer"/>.</summary>
    public int Maximum { get; init; }

    /// <summary>What counts where the member is left out, as JSON; <see langword="null"/>: nothing.</summary>
    public string? Default { get; init; }

    /// <summary>Whether a duration of nothing is allowed, for <see cref="FormatKind.Duration"/>.</summary>
    public bool AllowsZero { get; init; } = true;

    /// <summary>What stands in it, for objects.</summary>
    public FormatObject? Object { get; init; }
}
