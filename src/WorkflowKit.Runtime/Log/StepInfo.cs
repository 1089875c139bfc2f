using System.Text.Json;

namespace WorkflowKit.Log;

/// <summary>What the log knows of a step of a definition. Immutable; every event of the step shares one.</summary>
/// <param name="id">The step's id, unique in its definition.</param>
/// <param name="type">An activity's dotted type, or a control step's bare word.</param>
public class StepInfo(string id, string type)
{
    private readonly string? _name;

    /// <summary>The step's id, unique in its definition.</summary>
    public string Id { get; } = id;

    /// <summary>An activity's dotted type, or a control step's bare word.</summary>
    public string Type { get; } = type;

    /// <summary>The name for people; the id where the definition gives none.</summary>
    public string Name
    {
        get => _name ?? Id;
        init => _name = value;
    }

    /// <summary>Writes an input that was kept typed; members that its schema calls secret are left out.</summary>
    internal virtual void WriteInput(Utf8JsonWriter writer, object value) => LogValue.Write(writer, value);

    /// <summary>Writes an output that was kept typed; members that its schema calls secret are left out.</summary>
    internal virtual void WriteOutput(Utf8JsonWriter writer, object value) => LogValue.Write(writer, value);
}
