// xwd file: headerSize u32 | … | width u32 at 16 | height u32 at 20 | bytesPerLine u32 at 48 | colours u32 at 76; then colours × 12 bytes, then B G R X
using System.Buffers.Binary;

namespace ServiceDesk.Engine;

/// <summary>Reads a picture of a screen as xwd writes it.</summary>
internal static class Xwd
{
    public static Surface Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        int Field(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
        int start = Field(0) + (Field(76) * 12);
        var surface = new Surface(Field(16), Field(20));
        for (int y = 0; y < surface.Height; y++)
            for (int x = 0; x < surface.Width; x++) surface[x, y] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(start + (y * Field(48)) + (x * 4)));
        return surface;
    }
}
