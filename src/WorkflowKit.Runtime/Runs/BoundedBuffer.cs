using System.Buffers;

namespace WorkflowKit.Runs;

/// <summary>A buffer that refuses to grow past a limit.</summary>
internal sealed class BoundedBuffer(int maxBytes) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _inner = new(256);
    private bool _isFull;

    public void Advance(int count)
    {
        // A writer that is disposed after the refusal hands in the same bytes once more; that must not hide the refusal.
        if (_isFull) return;
        _isFull = _inner.WrittenCount + (long)count > maxBytes;
        if (_isFull) throw TooLarge(maxBytes);
        _inner.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => Fits(sizeHint) ? _inner.GetMemory(sizeHint) : throw TooLarge(maxBytes);

    public Span<byte> GetSpan(int sizeHint = 0) => Fits(sizeHint) ? _inner.GetSpan(sizeHint) : throw TooLarge(maxBytes);

    internal ReadOnlySpan<byte> WrittenSpan => _inner.WrittenSpan;

    internal byte[] ToArray() => _inner.WrittenSpan.ToArray();

    // A writer asks for three bytes a character before it knows how many it needs.
    private bool Fits(int sizeHint) => _inner.WrittenCount + (long)sizeHint <= 6L * maxBytes + 1024;

    internal static StepFaultException TooLarge(int maxBytes) => new("output", "output_limit", $"The output is larger than {maxBytes} bytes of JSON.");
}
