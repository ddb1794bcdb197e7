namespace ServiceDesk.Remote.Screen.Jpeg;

/// <summary>The bytes of a JPEG, and of its scan the bits.</summary>
internal sealed class JpegBits
{
    private byte[] _bytes = new byte[64 * 1024];
    private ulong _bits;
    private int _count;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => (Length, _bits, _count) = (0, 0, 0);

    /// <summary>Makes sure of room for so many bytes.</summary>
    public void Reserve(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, _bytes.Length * 2);
    }

    public void U8(int value) => _bytes[Length++] = (byte)value;

    public void U16(int value)
    {
        U8(value >> 8);
        U8(value);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Writes up to 32 bits of the scan.</summary>
    public void Bits(uint value, int count)
    {
        _bits = (_bits << count) | value;
        _count += count;
        while (_count >= 8)
        {
            _count -= 8;
            byte next = (byte)(_bits >> _count);
            _bytes[Length++] = next;
            if (next == 0xFF) _bytes[Length++] = 0; // so that it is no marker
        }
    }

    /// <summary>Ends the scan with ones.</summary>
    public void Pad()
    {
        if (_count > 0) Bits((1u << (8 - _count)) - 1, 8 - _count);
        (_bits, _count) = (0, 0);
    }
}
