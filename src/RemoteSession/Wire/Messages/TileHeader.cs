// x u16 | y u16 | w u16 | h u16 | code u8     9 bytes, inside FrameUpdate
namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>A rectangle of the picture and how its pixels are coded. Pixels; the data are in the frame's payload.</summary>
public readonly record struct TileHeader(ushort X, ushort Y, ushort Width, ushort Height, TileCode Code)
{
    /// <summary>Size on the wire.</summary>
    public const int Bytes = 2 + 2 + 2 + 2 + 1;

    internal void Write(WireWriter writer)
    {
        writer.U16(X);
        writer.U16(Y);
        writer.U16(Width);
        writer.U16(Height);
        writer.U8((byte)Code);
    }

    internal static TileHeader Read(ref WireReader reader, int pictureWidth, int pictureHeight)
    {
        ushort x = reader.U16(), y = reader.U16(), width = reader.U16(), height = reader.U16();
        if (width == 0 || height == 0) throw new WireFormatException("empty tile");
        if (x + width > pictureWidth || y + height > pictureHeight) throw new WireFormatException("tile outside the picture");
        return new TileHeader(x, y, width, height, (TileCode)reader.UpTo((byte)TileCode.Pixels, "unknown tile code"));
    }
}

/// <summary>How a tile's pixels are coded.</summary>
public enum TileCode : byte
{
    /// <summary>One colour: R G B.</summary>
    Fill = 0,

    /// <summary>Every pixel: R G B, row by row.</summary>
    Pixels = 1,
}
