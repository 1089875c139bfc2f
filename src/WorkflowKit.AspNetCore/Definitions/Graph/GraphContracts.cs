using System.ComponentModel;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>A definition as a canvas draws it.</summary>
internal sealed record DefinitionGraph(
    [property: Description("The version that is drawn.")] string Hash,
    [property: Description("Whether all of the definition could be read; else the graph shows what could.")] bool IsComplete,
    [property: Description("The steps, each before those inside it, else in the order of the text.")] IReadOnlyList<GraphNode> Nodes,
    IReadOnlyList<GraphEdge> Edges);

/// <summary>A step.</summary>
internal sealed record GraphNode(
    [property: Description("The step's id; its JSON Pointer where it has none, or one that another step has already.")] string Id,
    [property: Description("What the definition writes as `type`; empty where it writes nothing.")] string Type,
    [property: Description("The name for people; the id where the author gave none.")] string Name,
    GraphNodeKind Kind,
    [property: Description("Where the step stands in the definition, as a JSON Pointer.")] string Pointer,
    [property: Description("Where the step stands in the text.")] SourceSpan Span,
    [property: Description("The lists of steps inside it.")] IReadOnlyList<GraphLane> Lanes,
    [property: Description("The node that it stands in; left out at the top.")] string? Parent = null,
    [property: Description("The lane of that node.")] string? Lane = null,
    string? Description = null,
    [property: Description("Its `if`.")] string? Condition = null,
    [property: Description("The name of the connection that it uses.")] string? Connection = null,
    [property: Description("Where an editor has put it: the `x` and `y` of its `ui`, or of the `position` in that.")] GraphPosition? Position = null);

/// <summary>One of the lists of steps inside a step.</summary>
internal sealed record GraphLane(
    [property: Description("Unique in its step: the JSON Pointer from the step to it, without the first slash, such as `cases/0`.")] string Id,
    [property: Description("The kind of the edges into it.")] GraphEdgeKind Kind,
    [property: Description("The id of a branch.")] string? Name = null,
    [property: Description("The expression that decides about it: an `if`, a `when`, the `items` or the condition of a loop.")] string? Condition = null);

/// <summary>What comes after what.</summary>
internal sealed record GraphEdge(
    [property: Description("A node.")] string From,
    [property: Description("The node that comes after it, or begins a lane of it.")] string To,
    GraphEdgeKind Kind,
    [property: Description("The lane that it leads into.")] string? Lane = null);

/// <summary>Where a node is drawn.</summary>
internal sealed record GraphPosition(double X, double Y);
