using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WorkflowKit.Engine;

/// <summary>Makes UUIDv7 texts. Random bytes are drawn in bulk: asking the system for each would cost more than the rest of a short run.</summary>
internal static class ExecutionIds
{
    private const int RandomBytes = 10;

    [ThreadStatic]
    private static byte[]? _pool;

    [ThreadStatic]
    private static int _used;

    internal static string Next(DateTimeOffset now)
    {
        var pool = _pool ??= new byte[RandomBytes * 400];
        if (_used == 0) RandomNumberGenerator.Fill(pool);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds() << 16);
        pool.AsSpan(_used, RandomBytes).CopyTo(bytes[6..]);
        _used = (_used + RandomBytes) % pool.Length;
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
