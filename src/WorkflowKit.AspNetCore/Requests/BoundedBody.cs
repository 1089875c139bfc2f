using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WorkflowKit.AspNetCore.Problems;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>A request's body that ends the request where it is larger than it may be, whatever the server's own limit is.</summary>
internal sealed class BoundedBody : Stream
{
    private readonly Stream _body;
    private readonly int _most;
    private long _read;

    private BoundedBody(Stream body, int most) => (_body, _most) = (body, most);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="ProblemException">It says itself that it is too large.</exception>
    internal static BoundedBody Of(HttpRequest request, int most)
    {
        if (request.ContentLength > most) throw TooLarge(most);
        // The server's own limit is for what knows none.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = null;
        return new BoundedBody(request.Body, most);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _read += read;
        return _read <= _most ? read : throw TooLarge(_most);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing here blocks a thread.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    internal static ProblemException TooLarge(int most) => new ProblemException(ProblemKinds.BodyTooLarge, $"The body is larger than {most} bytes.").With("limit", most);
}
