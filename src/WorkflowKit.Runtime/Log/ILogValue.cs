using System.Text.Json;

namespace WorkflowKit.Log;

/// <summary>A value in the log that knows its own JSON form. It must be immutable: it is written when somebody asks, perhaps often.</summary>
internal interface ILogValue
{
    void WriteTo(Utf8JsonWriter writer);

    /// <summary>Whether its form is JSON's null.</summary>
    bool IsNull => false;
}
