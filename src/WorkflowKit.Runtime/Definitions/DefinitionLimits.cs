namespace WorkflowKit.Definitions;

/// <summary>What a definition may be at most. Beyond a limit there is a diagnostic, never a crash.</summary>
public sealed class DefinitionLimits
{
    /// <summary>Size of the source text in bytes of UTF-8. Default 1 MiB.</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    /// <summary>Steps in all, inner ones included. Default 2,000.</summary>
    public int MaxSteps { get; set; } = 2_000;

    /// <summary>How deep steps may stand in steps. Default 32.</summary>
    public int MaxNesting { get; set; } = 32;

    /// <summary>Length of one expression in characters. Default 8,192.</summary>
    public int MaxExpressionLength { get; set; } = 8 * 1024;

    /// <summary>Depth of one expression's syntax tree. Default 64.</summary>
    public int MaxExpressionDepth { get; set; } = 64;

    /// <summary>Length of one template string in characters. Default 65,536.</summary>
    public int MaxTemplateLength { get; set; } = 64 * 1024;
}
