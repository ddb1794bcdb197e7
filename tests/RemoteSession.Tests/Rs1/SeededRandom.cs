using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>Chance that can be repeated: SHA-256 over a seed and a counter.</summary>
internal sealed class SeededRandom(int seed) : RandomNumberGenerator
{
    private readonly Lock _lock = new(); // properties are tried on several threads at once
    private readonly Queue<byte> _ready = new();
    private int _blocks;

    public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

    public override void GetBytes(Span<byte> data)
    {
        lock (_lock) Draw(data);
    }

    private void Draw(Span<byte> data)
    {
        Span<byte> place = stackalloc byte[2 * sizeof(int)];
        for (int i = 0; i < data.Length; i++)
        {
            if (_ready.Count == 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(place, seed);
                BinaryPrimitives.WriteInt32BigEndian(place[sizeof(int)..], _blocks++);
                foreach (byte one in SHA256.HashData(place)) _ready.Enqueue(one);
            }

            data[i] = _ready.Dequeue();
        }
    }

    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        GetBytes(bytes);
        return bytes;
    }

    /// <summary>From 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(BinaryPrimitives.ReadUInt32BigEndian(Bytes(sizeof(uint))) % (uint)end);
}

/// <summary>Gives exactly what it was told: the private keys and nonces of a vector, in the order they are drawn.</summary>
internal sealed class ToldRandom(params IEnumerable<byte[]> draws) : RandomNumberGenerator
{
    private readonly Queue<byte[]> _draws = new(draws);

    public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

    public override void GetBytes(Span<byte> data) => _draws.Dequeue().CopyTo(data);
}
