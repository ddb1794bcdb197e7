using System.Buffers.Binary;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Reads the fields of a script, big-endian.</summary>
internal ref struct ScriptReader(ReadOnlySpan<byte> script, TileGrid grid)
{
    private ReadOnlySpan<byte> _left = script;
    private int _x, _y;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public byte U8() => Bytes(1)[0];

    public int U16() => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2));

    public int U24() => (U8() << 16) | U16();

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4));

    public uint Colour() => (uint)U24();

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _left.Length) throw new WireFormatException("script too short");
        ReadOnlySpan<byte> bytes = _left[..count];
        _left = _left[count..];
        return bytes;
    }

    /// <summary>A rectangle whose place is told from the one before.</summary>
    public Patch Rectangle()
    {
        (_x, _y) = ((ushort)(_x + U16()), (ushort)(_y + U16()));
        return Inside(new Patch(_x, _y, U16(), U16()));
    }

    public readonly Patch Inside(Patch patch)
    {
        if (patch.Width == 0 || patch.Height == 0) throw new WireFormatException("empty rectangle");
        if (patch.Right > grid.Width || patch.Bottom > grid.Height) throw new WireFormatException("rectangle outside the picture");
        return patch;
    }

    /// <summary>Pairs of a tile's place and a slot.</summary>
    public (Patch Tile, int Slot)[] Tiles()
    {
        int count = U16();
        if (count == 0) throw new WireFormatException("no tiles");
        if (count * 4 > _left.Length) throw new WireFormatException("script too short");
        var tiles = new (Patch Tile, int Slot)[count];
        ushort number = 0, slot = 0;
        for (int i = 0; i < count; i++)
        {
            number += (ushort)U16();
            if (number >= grid.Count) throw new WireFormatException("no such tile");
            tiles[i].Tile = grid[number];
        }

        for (int i = 0; i < count; i++)
        {
            slot += (ushort)U16();
            tiles[i].Slot = slot < ScriptLimits.Slots ? slot : throw new WireFormatException("no such slot");
        }

        return tiles;
    }
}
