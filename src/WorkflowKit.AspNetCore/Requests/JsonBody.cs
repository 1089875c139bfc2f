using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using WorkflowKit.AspNetCore.Problems;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>Reads the JSON of requests: bounded, by the contracts of this package and not by the host's JSON options, with mistakes told by line and column.</summary>
internal static class JsonBody
{
    private const int LongestPath = 500;

    /// <exception cref="ProblemException">It is no JSON, too large, too deep, or not what is wanted.</exception>
    internal static async ValueTask<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> contract)
        where T : class =>
        await ReadOrNoneAsync(request, contract).ConfigureAwait(false) ?? throw new ProblemException(ProblemKinds.InvalidJson, "The body is empty; it must be a JSON object.");

    /// <summary>The same, where the body may be left out.</summary>
    internal static async ValueTask<T?> ReadOrNoneAsync<T>(HttpRequest request, JsonTypeInfo<T> contract)
        where T : class
    {
        var options = request.HttpContext.RequestServices.GetRequiredService<IOptions<WorkflowKitHttpOptions>>().Value;
        var bytes = await ReadBytesAsync(request, options.MaxBodyBytes).ConfigureAwait(false);
        return bytes.Length == 0 ? null : Parse(bytes.Span, contract, options.MaxJsonDepth);
    }

    /// <summary>The body as it is, where it says that it is JSON; empty where there is none.</summary>
    /// <exception cref="ProblemException">It is too large, or says that it is something else.</exception>
    internal static async ValueTask<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, int most)
    {
        var canHaveBody = request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        if (!canHaveBody || request.ContentLength is 0) return default;
        DemandJson(request);
        return await ReadAllAsync(request, most).ConfigureAwait(false);
    }

    private static void DemandJson(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }
        throw new ProblemException(ProblemKinds.UnsupportedMediaType, "The body must be JSON in UTF-8 and say so: Content-Type: application/json.");
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAllAsync(HttpRequest request, int most)
    {
        var body = BoundedBody.Of(request, most);
        await using (body.ConfigureAwait(false))
        {
            var buffer = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096));
            while (true)
            {
                var read = await body.ReadAsync(buffer.GetMemory(1), request.HttpContext.RequestAborted).ConfigureAwait(false);
                if (read == 0) return buffer.WrittenMemory;
                buffer.Advance(read);
            }
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> contract, int depth)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json["\uFEFF"u8.Length..];
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth });
            var value = JsonSerializer.Deserialize(ref reader, contract) ?? throw new JsonException("null stands where an object belongs", "$", 0, 0);
            return reader.Read() ? throw new JsonException("something follows the object") : value;
        }
        catch (JsonException error)
        {
            throw Problem(error);
        }
    }

    private static ProblemException Problem(JsonException error)
    {
        var problem = new ProblemException(ProblemKinds.InvalidJson, JsonMistakes.Describe(error), error);
        if (error.LineNumber is { } line) problem.With("line", line + 1);
        if (error.BytePositionInLine is { } column) problem.With("column", column + 1);
        // Names of members are in it, which may be of any length.
        if (error.Path is { Length: <= LongestPath } path) problem.With("path", path);
        return problem;
    }
}
