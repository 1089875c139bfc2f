using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>An expression or a template whose names and types are known.</summary>
/// <param name="Root">What it is.</param>
/// <param name="Type">The type that its place wants of it.</param>
/// <param name="Taken">The C# names in use where it stands.</param>
/// <param name="Path">The place in words of the definition, such as <c>with</c>: failures name it.</param>
internal sealed record BoundExpression(CheckedNode Root, CelType Type, UniqueNames Taken, string Path);
