namespace WorkflowKit.Stores;

/// <summary>Ids as sixteen bytes: those of the engine are UUIDs, whose text has one form.</summary>
internal static class ShortId
{
    private const int TextLength = 36;

    /// <summary>Whether an id can be made again, letter by letter, from a UUID.</summary>
    internal static bool TryRead(string id, out Guid uuid)
    {
        uuid = default;
        return id.Length == TextLength && !id.AsSpan().ContainsAnyInRange('A', 'Z') && Guid.TryParseExact(id, "D", out uuid);
    }
}
