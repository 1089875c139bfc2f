using System.Collections.Concurrent;
using System.Reflection;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>The methods that emitted code can call, by name.</summary>
internal static class CelMethods
{
    private static readonly ILookup<string, CelMethod> All = typeof(Cel)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .ToLookup(method => method.Name, method => new CelMethod(method));

    private static readonly ConcurrentDictionary<(string, int), IReadOnlyList<CelMethod>> ByCount = new();

    /// <summary>The methods of a name that take a number of arguments; what callers leave to defaults is not counted.</summary>
    public static IReadOnlyList<CelMethod> Find(string name, int count) =>
        ByCount.GetOrAdd((name, count), key => [.. All[key.Item1].Where(method => method.Takes(key.Item2))]);
}
