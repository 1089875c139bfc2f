using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>Writes problems where the host has no way of its own.</summary>
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProblemJson : JsonSerializerContext;
