// 0A | id u16 | w u8 | h u8 | hotX u8 | hotY u8 | packed (rest)     agent → viewer
// packed: one raw deflate stream of w·h × R G B A, alpha not multiplied in, row by row from the top
using System.Buffers;
using System.IO.Compression;

namespace ServiceDesk.Remote.Wire.Messages;

/// <summary>What the customer's pointer looks like. The viewer keeps it under its id; sent again, it replaces the one it kept.</summary>
/// <param name="Id">1 to <see cref="MostShapes"/>.</param>
/// <param name="Width">Pixels, at least 1.</param>
/// <param name="Height">Pixels, at least 1.</param>
/// <param name="HotX">The pixel that points, from the left; inside.</param>
/// <param name="HotY">The pixel that points, from the top; inside.</param>
/// <param name="Packed">The pixels as one raw deflate stream.</param>
public sealed record CursorShape(ushort Id, byte Width, byte Height, byte HotX, byte HotY, ReadOnlyMemory<byte> Packed) : IWireMessage
{
    /// <summary>How many shapes the viewer keeps.</summary>
    public const int MostShapes = 64;

    /// <summary>Packs a shape.</summary>
    /// <param name="rgba">Width · height · 4 bytes: R G B A, alpha not multiplied in, row by row from the top.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes.</exception>
    public static CursorShape Of(ushort id, byte width, byte height, byte hotX, byte hotY, ReadOnlySpan<byte> rgba)
    {
        if (rgba.Length != width * height * 4) throw new ArgumentException("Four bytes for each pixel.", nameof(rgba));
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) deflate.Write(rgba);
        return new CursorShape(id, width, height, hotX, hotY, packed.ToArray());
    }

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output)
    {
        var writer = new WireWriter(output, WireType.CursorShape);
        writer.U16(Id);
        writer.U8(Width);
        writer.U8(Height);
        writer.U8(HotX);
        writer.U8(HotY);
        writer.Bytes(Packed.Span);
    }

    internal static CursorShape Read(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body.Span);
        ushort id = reader.U16();
        byte width = reader.U8(), height = reader.U8(), hotX = reader.U8(), hotY = reader.U8();
        if (id is 0 or > MostShapes) throw new WireFormatException("shape out of range");
        if (width == 0 || height == 0) throw new WireFormatException("empty shape");
        if (hotX >= width || hotY >= height) throw new WireFormatException("hot spot outside the shape");
        return new CursorShape(id, width, height, hotX, hotY, body[reader.Position..]);
    }
}
