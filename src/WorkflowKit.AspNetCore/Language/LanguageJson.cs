using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowKit.Editing;

namespace WorkflowKit.AspNetCore.Language;

/// <summary>Reads and writes the contracts of the language service.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(Declaration))]
[JsonSerializable(typeof(DiagnosticList))]
[JsonSerializable(typeof(HoverInfo))]
[JsonSerializable(typeof(PlaceList))]
[JsonSerializable(typeof(PlaceRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(RenameResult))]
[JsonSerializable(typeof(SignatureHelp))]
[JsonSerializable(typeof(TextRequest))]
internal sealed partial class LanguageJson : JsonSerializerContext;
