using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.AspNetCore.Language;

/// <summary>A text to look at.</summary>
internal sealed record DiagnoseRequest([property: Description("The definition as it stands in the editor; it may be broken anywhere.")] string Text);

/// <summary>What is wrong with it.</summary>
internal sealed record DiagnosticList(IReadOnlyList<Diagnostic> Diagnostics);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false, AllowDuplicateProperties = false, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DiagnoseRequest))]
[JsonSerializable(typeof(DiagnosticList))]
internal sealed partial class LanguageJson : JsonSerializerContext;
