namespace WorkflowKit.Schemas.Values;

/// <summary>A URI reference taken apart and resolved as RFC 3986 says, without the normalizing that <see cref="Uri"/> does.</summary>
internal readonly record struct UriReference(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
{
    public static UriReference Parse(string text)
    {
        string? scheme = null, authority = null, query = null, fragment = null;
        var rest = text;

        if (rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash)
            (fragment, rest) = (rest[(hash + 1)..], rest[..hash]);
        if (rest.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
            (query, rest) = (rest[(mark + 1)..], rest[..mark]);
        if (rest.AsSpan().IndexOfAny(':', '/') is > 0 and var colon && rest[colon] == ':')
            (scheme, rest) = (rest[..colon], rest[(colon + 1)..]);
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.IndexOf('/', 2) is >= 0 and var slash ? slash : rest.Length;
            (authority, rest) = (rest[2..end], rest[end..]);
        }

        return new(scheme, authority, rest, query, fragment);
    }

    /// <summary>Resolves a reference against this base (RFC 3986, 5.2.2).</summary>
    public UriReference Resolve(UriReference reference)
    {
        if (reference.Scheme is not null)
            return reference with { Path = RemoveDots(reference.Path) };
        if (reference.Authority is not null)
            return reference with { Scheme = Scheme, Path = RemoveDots(reference.Path) };
        if (reference.Path.Length == 0)
            return this with { Query = reference.Query ?? Query, Fragment = reference.Fragment };

        var path = reference.Path[0] == '/' ? reference.Path : Merge(reference.Path);
        return new(Scheme, Authority, RemoveDots(path), reference.Query, reference.Fragment);
    }

    /// <summary>The reference without its fragment, as text: the name of a resource.</summary>
    public string Resource =>
        $"{(Scheme is null ? "" : Scheme + ":")}{(Authority is null ? "" : "//" + Authority)}{Path}{(Query is null ? "" : "?" + Query)}";

    private string Merge(string path) =>
        Authority is not null && Path.Length == 0 ? "/" + path : Path[..(Path.LastIndexOf('/') + 1)] + path;

    private static string RemoveDots(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal))
            return path;

        var kept = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            if (segments[i] is not ("." or ".."))
            {
                kept.Add(segments[i]);
                continue;
            }

            if (segments[i] == ".." && kept.Count > 1)
                kept.RemoveAt(kept.Count - 1);
            if (last)
                kept.Add("");
        }

        return string.Join('/', kept);
    }
}
