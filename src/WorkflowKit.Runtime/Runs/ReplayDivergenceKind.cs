namespace WorkflowKit;

/// <summary>In which way a log and a program part.</summary>
public enum ReplayDivergenceKind
{
    /// <summary>The program asks for something else than the log holds: the definition or the compiler changed.</summary>
    Program,

    /// <summary>The log or the program names a step type that is not registered on this host.</summary>
    StepType,

    /// <summary>A recorded value cannot be read as the type that the step has on this host.</summary>
    Value,
}
