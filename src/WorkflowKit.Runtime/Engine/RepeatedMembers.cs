using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WorkflowKit.Engine;

/// <summary>Looks for objects in which a member stands twice: which of the two is meant, nobody can know, and readers differ.</summary>
internal static class RepeatedMembers
{
    // Up to so many, comparing each with each is quicker than keeping a set of names.
    private const int Few = 8;

    /// <summary>The name of a member that an object of the value has twice; <see langword="null"/>: there is none.</summary>
    /// <exception cref="InvalidOperationException">A name is not valid Unicode.</exception>
    /// <exception cref="InsufficientExecutionStackException">The value nests deeper than this thread can follow.</exception>
    internal static string? Find(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                foreach (var item in value.EnumerateArray())
                    if (Find(item) is { } name) return name;
                return null;
            case JsonValueKind.Object:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                var repeated = value.GetPropertyCount() <= Few ? AmongFew(value) : AmongMany(value);
                if (repeated is not null) return repeated;
                foreach (var member in value.EnumerateObject())
                    if (Find(member.Value) is { } name) return name;
                return null;
            default:
                return null;
        }
    }

    private static string? AmongFew(JsonElement value)
    {
        var at = 0;
        foreach (var member in value.EnumerateObject())
        {
            var before = at++;
            foreach (var other in value.EnumerateObject())
            {
                if (before-- == 0) break;
                if (HaveOneName(member, other)) return member.Name;
            }
        }
        return null;
    }

    private static string? AmongMany(JsonElement value)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            if (!names.Add(member.Name)) return member.Name;
        return null;
    }

    private static bool HaveOneName(JsonProperty one, JsonProperty other)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(one);
        var otherName = JsonMarshal.GetRawUtf8PropertyName(other);
        return name.Contains((byte)'\\') || otherName.Contains((byte)'\\') ? one.NameEquals(other.Name) : name.SequenceEqual(otherName);
    }
}
