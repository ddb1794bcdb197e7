// JFIF as every browser reads it: SOI, two DQT, SOF0, four DHT, SOS, scan, EOI (ITU-T T.81). No APP0: Y Cb Cr is what three components mean without one.
using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen.Jpeg;

/// <summary>Writes a rectangle as a baseline JPEG: full colour from <see cref="FullColourQuality"/> on, below it colour of half the resolution each way.</summary>
internal sealed class JpegWriter
{
    /// <summary>From this quality on, colour is as sharp as brightness.</summary>
    public const int FullColourQuality = 85;

    private const int BlockRoom = 1024; // far more than a block can take
    private const int HeadRoom = 1024;

    private readonly JpegBits _bits = new();
    private readonly BlockWriter _y = new(JpegTables.DcLuminance, JpegTables.AcLuminance);
    private readonly BlockWriter _cb = new(JpegTables.DcChrominance, JpegTables.AcChrominance);
    private readonly BlockWriter _cr = new(JpegTables.DcChrominance, JpegTables.AcChrominance);
    private readonly uint[] _pixels = new uint[16 * 16];
    private readonly float[] _yBlocks = new float[4 * 64], _cbBlocks = new float[4 * 64], _crBlocks = new float[4 * 64];
    private int _quality;

    /// <summary>The file that was written last.</summary>
    public ReadOnlySpan<byte> Written => _bits.Written;

    /// <summary>Encodes a rectangle.</summary>
    /// <param name="quality">1 to 100.</param>
    public void Write(SentPicture picture, Patch patch, int quality)
    {
        if (quality != _quality) SetQuality(quality);
        bool full = quality >= FullColourQuality;
        _bits.Clear();
        _bits.Reserve(HeadRoom);
        WriteHead(patch, full);
        _y.Begin();
        _cb.Begin();
        _cr.Begin();
        int side = full ? 8 : 16;
        for (int y = patch.Y; y < patch.Bottom; y += side)
        {
            for (int x = patch.X; x < patch.Right; x += side)
            {
                _bits.Reserve(6 * BlockRoom);
                Load(picture, patch, x, y, side);
                if (full) WriteFull();
                else WriteHalved();
            }
        }

        _bits.Pad();
        _bits.Reserve(2);
        _bits.U16(0xFFD9);
    }

    private void SetQuality(int quality)
    {
        _quality = quality;
        _y.Steps.Set(JpegTables.Luminance, quality);
        _cb.Steps.Set(JpegTables.Chrominance, quality);
        _cr.Steps.Set(JpegTables.Chrominance, quality);
    }

    private void WriteFull()
    {
        Separate(0, _pixels.AsSpan(0, 64), 8);
        _y.Write(_yBlocks.AsSpan(0, 64), _bits);
        _cb.Write(_cbBlocks.AsSpan(0, 64), _bits);
        _cr.Write(_crBlocks.AsSpan(0, 64), _bits);
    }

    private void WriteHalved()
    {
        for (int block = 0; block < 4; block++)
        {
            Separate(block * 64, _pixels.AsSpan((block / 2 * 128) + (block % 2 * 8)), 16);
            _y.Write(_yBlocks.AsSpan(block * 64, 64), _bits);
        }

        Halve(_cbBlocks);
        Halve(_crBlocks);
        _cb.Write(_cbBlocks.AsSpan(0, 64), _bits);
        _cr.Write(_crBlocks.AsSpan(0, 64), _bits);
    }

    // Beyond the edges the last pixels go on.
    private void Load(SentPicture picture, Patch patch, int x, int y, int side)
    {
        int width = Math.Min(side, patch.Right - x);
        for (int row = 0; row < side; row++)
        {
            Span<uint> pixels = _pixels.AsSpan(row * side, side);
            picture.Row(x, Math.Min(y + row, patch.Bottom - 1), width).CopyTo(pixels);
            if (width < side) pixels[width..].Fill(pixels[width - 1]);
        }
    }

    private void Separate(int to, ReadOnlySpan<uint> pixels, int stride)
    {
        Vector256<uint> level = Vector256.Create(255u);
        for (int row = 0; row < 8; row++, to += 8)
        {
            Vector256<uint> eight = Vector256.Create(pixels[(row * stride)..]);
            Vector256<float> red = Vector256.ConvertToSingle(((eight >>> 16) & level).AsInt32());
            Vector256<float> green = Vector256.ConvertToSingle(((eight >>> 8) & level).AsInt32());
            Vector256<float> blue = Vector256.ConvertToSingle((eight & level).AsInt32());
            Vector256<float> y = (red * 0.299f) + (green * 0.587f) + (blue * 0.114f);
            (y - Vector256.Create(128f)).CopyTo(_yBlocks.AsSpan(to));
            ((blue - y) * 0.564334f).CopyTo(_cbBlocks.AsSpan(to));
            ((red - y) * 0.713267f).CopyTo(_crBlocks.AsSpan(to));
        }
    }

    // Four blocks become one, each value the mean of four; a row of the result never lies beyond what it is made of.
    private static void Halve(Span<float> blocks)
    {
        Span<float> half = stackalloc float[64];
        for (int y = 0; y < 8; y++)
        {
            for (int x = 0; x < 8; x++)
            {
                int from = ((y / 4 * 2) + (x / 4)) * 64;
                int at = from + (y % 4 * 16) + (x % 4 * 2);
                half[(y * 8) + x] = (blocks[at] + blocks[at + 1] + blocks[at + 8] + blocks[at + 9]) * 0.25f;
            }
        }

        half.CopyTo(blocks);
    }

    private void WriteHead(Patch patch, bool full)
    {
        _bits.U16(0xFFD8);
        WriteSteps(0, _y.Steps);
        WriteSteps(1, _cb.Steps);
        _bits.U16(0xFFC0);
        _bits.U16(8 + (3 * 3));
        _bits.U8(8);
        _bits.U16(patch.Height);
        _bits.U16(patch.Width);
        _bits.U8(3);
        _bits.Bytes([1, (byte)(full ? 0x11 : 0x22), 0, 2, 0x11, 1, 3, 0x11, 1]);
        WriteCode(0x00, JpegTables.DcLuminance);
        WriteCode(0x10, JpegTables.AcLuminance);
        WriteCode(0x01, JpegTables.DcChrominance);
        WriteCode(0x11, JpegTables.AcChrominance);
        _bits.U16(0xFFDA);
        _bits.U16(6 + (2 * 3));
        _bits.Bytes([3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
    }

    private void WriteSteps(int table, Quantization steps)
    {
        _bits.U16(0xFFDB);
        _bits.U16(2 + 1 + 64);
        _bits.U8(table);
        _bits.Bytes(steps.Steps);
    }

    private void WriteCode(int table, HuffmanCode code)
    {
        _bits.U16(0xFFC4);
        _bits.U16(2 + 1 + 16 + code.Symbols.Length);
        _bits.U8(table);
        _bits.Bytes(code.Counts.Span);
        _bits.Bytes(code.Symbols.Span);
    }
}
