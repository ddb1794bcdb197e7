using JpegLibrary;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Paints a baseline JPEG, decoded by a library that knows nothing of our encoder.</summary>
internal static class PhotoDecoder
{
    public static void Paint(Canvas canvas, Patch patch, ReadOnlyMemory<byte> jpeg)
    {
        byte[] samples;
        try
        {
            samples = Decode(patch, jpeg);
        }
        catch (Exception broken) when (broken is not WireFormatException)
        {
            throw new WireFormatException("no JPEG"); // the library has many ways to say so
        }

        Span<uint> row = new uint[patch.Width];
        for (int y = 0; y < patch.Height; y++)
        {
            for (int x = 0; x < patch.Width; x++)
                row[x] = Colour(samples.AsSpan(((y * patch.Width) + x) * 3, 3));
            row.CopyTo(canvas.Row(patch.X, patch.Y + y, patch.Width));
        }
    }

    private static byte[] Decode(Patch patch, ReadOnlyMemory<byte> jpeg)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(jpeg);
        decoder.Identify();
        if (decoder.Width != patch.Width || decoder.Height != patch.Height) throw new WireFormatException("photo of another size");
        if (decoder.NumberOfComponents != 3) throw new WireFormatException("photo without colours");
        var output = new Samples(patch.Width, patch.Height);
        decoder.SetOutputWriter(output);
        decoder.Decode();
        return output.Bytes;
    }

    private static uint Colour(ReadOnlySpan<byte> sample)
    {
        double y = sample[0], cb = sample[1] - 128.0, cr = sample[2] - 128.0;
        return (Level(y + (1.402 * cr)) << 16) | (Level(y - (0.344136 * cb) - (0.714136 * cr)) << 8) | Level(y + (1.772 * cb));
    }

    private static uint Level(double value) => (uint)Math.Clamp(Math.Round(value), 0, 255);

    private sealed class Samples(int width, int height) : JpegBlockOutputWriter
    {
        public byte[] Bytes { get; } = new byte[width * height * 3];

        public override void WriteBlock(ref short block, int component, int x, int y)
        {
            ReadOnlySpan<short> values = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref block, 64);
            for (int j = 0; j < 8 && y + j < height; j++)
                for (int i = 0; i < 8 && x + i < width; i++)
                    Bytes[((((y + j) * width) + x + i) * 3) + component] = (byte)Math.Clamp((int)values[(j * 8) + i], 0, 255);
        }
    }
}
