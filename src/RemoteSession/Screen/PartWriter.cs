using System.Buffers;
using System.Buffers.Binary;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.Remote.Screen;

/// <summary>Collects operations for one <see cref="FrameUpdate"/> as long as it surely stays within a record.</summary>
internal sealed class PartWriter : IDisposable
{
    private const int HeadBytes = 1 + 2 + 2 + 2 + 2;

    private readonly DeflatePiece _piece = new();
    private readonly ArrayBufferWriter<byte> _blobs = new();
    private readonly ArrayBufferWriter<byte> _message = new();
    private int _unpacked;
    private int _x, _y;

    /// <summary>Forgets the stream; the next part is the first of a whole picture.</summary>
    public void Restart()
    {
        _piece.Restart();
        Begin();
    }

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _unpacked == 0;

    /// <summary>Adds an operation without a rectangle.</summary>
    /// <returns>False when it belongs into the next part.</returns>
    public bool TryAdd(Operation operation, ScriptBody body) => TryAdd([(byte)operation], body.Written, []);

    /// <summary>Adds an operation on a rectangle.</summary>
    /// <returns>False when it belongs into the next part.</returns>
    public bool TryAdd(Operation operation, Patch patch, ReadOnlySpan<byte> body, ReadOnlySpan<byte> blob = default)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head[0] = (byte)operation;
        BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)(patch.X - _x));
        BinaryPrimitives.WriteUInt16BigEndian(head[3..], (ushort)(patch.Y - _y));
        BinaryPrimitives.WriteUInt16BigEndian(head[5..], (ushort)patch.Width);
        BinaryPrimitives.WriteUInt16BigEndian(head[7..], (ushort)patch.Height);
        if (!TryAdd(head, body, blob)) return false;
        (_x, _y) = (patch.X, patch.Y);
        return true;
    }

    /// <summary>Ends the part and begins the next.</summary>
    /// <returns>The message, good until the next part ends.</returns>
    public ReadOnlyMemory<byte> End(uint frame, FrameFlags flags, TileGrid grid)
    {
        ReadOnlyMemory<byte> piece = IsEmpty ? default : _piece.End();
        _message.ResetWrittenCount();
        new FrameUpdate(frame, flags, (ushort)grid.Width, (ushort)grid.Height, _unpacked, piece, _blobs.WrittenMemory).Write(_message);
        Begin();
        if (_message.WrittenCount > WireLimits.FromAgent) throw new InvalidOperationException("A part came out too long.");
        return _message.WrittenMemory;
    }

    public void Dispose() => _piece.Dispose();

    private bool TryAdd(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, ReadOnlySpan<byte> blob)
    {
        int length = head.Length + body.Length;
        int room = WireLimits.FromAgent - FrameUpdate.HeaderBytes - _blobs.WrittenCount - blob.Length;
        if (_unpacked + length > WireLimits.ScriptBytes || !_piece.TryAdd(head, body, room)) return false;
        _blobs.Write(blob);
        _unpacked += length;
        return true;
    }

    private void Begin()
    {
        _piece.Begin();
        _blobs.ResetWrittenCount();
        (_unpacked, _x, _y) = (0, 0, 0);
    }
}
