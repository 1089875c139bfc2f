using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>A conversion that an emitted file has as a method.</summary>
internal sealed record Converter(ConverterKind Kind, CelType Type, Code Name);
