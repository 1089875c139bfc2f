using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>A parameter with values of one type.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it means.</param>
/// <param name="schema">The JSON Schema of one value.</param>
/// <param name="read">Reads one value, or says what is wrong with it.</param>
internal sealed class RequestParameter<T>(string name, string description, JsonObject schema, RequestParameter<T>.Reader read) : RequestParameter(name, description)
{
    /// <returns><see langword="null"/>, or what is wrong.</returns>
    internal delegate string? Reader(string text, out T value);

    internal override JsonObject Schema => schema;

    /// <summary>The value, or what stands for one that is left out.</summary>
    internal T? Read(HttpRequest request, T? missing = default) => Single(request) is { } text ? Parse(text) : missing;

    /// <summary>All values.</summary>
    internal IReadOnlyList<T> ReadAll(HttpRequest request) => [.. Values(request).Where(static value => !string.IsNullOrEmpty(value)).Select(value => Parse(value!))];

    /// <summary>All values; each may be a list with commas.</summary>
    internal IReadOnlyList<T> ReadLists(HttpRequest request) =>
        [.. Values(request).SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];

    private T Parse(string text) => read(text, out var value) is { } problem ? throw Invalid(problem) : value;
}
