using System.Buffers;

namespace WorkflowKit.Runs;

/// <summary>A buffer that refuses to grow past a limit.</summary>
internal sealed class BoundedBuffer(int maxBytes) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _inner = new(256);

    public void Advance(int count)
    {
        _inner.Advance(count);
        if (_inner.WrittenCount > maxBytes) throw TooLarge();
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => Fits(sizeHint) ? _inner.GetMemory(sizeHint) : throw TooLarge();

    public Span<byte> GetSpan(int sizeHint = 0) => Fits(sizeHint) ? _inner.GetSpan(sizeHint) : throw TooLarge();

    internal byte[] ToArray() => _inner.WrittenSpan.ToArray();

    // A writer asks for three bytes a character before it knows how many it needs.
    private bool Fits(int sizeHint) => _inner.WrittenCount + (long)sizeHint <= 6L * maxBytes + 1024;

    private StepFaultException TooLarge() => new("output", "output_limit", $"The output is larger than {maxBytes} bytes of JSON.");
}
