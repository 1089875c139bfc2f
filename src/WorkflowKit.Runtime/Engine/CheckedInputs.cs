using System.Text.Json;

namespace WorkflowKit.Engine;

/// <summary>Inputs that satisfy their schema.</summary>
/// <param name="Whole">With their defaults; what the run sees.</param>
/// <param name="Recorded">The same without what the schema calls secret; what logs, records and stores see.</param>
/// <param name="HasSecrets">Whether the two may differ.</param>
internal readonly record struct CheckedInputs(JsonElement Whole, JsonElement Recorded, bool HasSecrets);
