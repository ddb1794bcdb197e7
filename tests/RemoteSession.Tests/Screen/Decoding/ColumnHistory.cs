using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Paints <see cref="Operation.Columns"/>, and remembers colours and columns for those that follow.</summary>
internal sealed class ColumnHistory
{
    private readonly uint[] _pixels = new uint[ScriptLimits.HistoryPixels];
    private readonly uint[] _palette = new uint[ScriptLimits.Colours];
    private int _position, _filled, _colours;

    public void Clear() => (_position, _filled, _colours) = (0, 0, 0);

    public void Paint(Canvas canvas, Patch patch, ref ScriptReader reader)
    {
        ReadPalette(ref reader);
        int x = 0;
        while (x < patch.Width)
        {
            byte first = reader.U8();
            int count = first & 63;
            if (count == 63) count = reader.U16();
            if (count == 0) throw new WireFormatException("no columns");
            if (count > patch.Width - x) throw new WireFormatException("too many columns");
            var columns = patch with { X = patch.X + x, Width = count };
            switch ((ColumnToken)(first >> 6))
            {
                case ColumnToken.New: PaintNew(canvas, columns, ref reader); break;
                case ColumnToken.Match: PaintKnown(canvas, columns, reader.U24()); break;
                case ColumnToken.Repeat when x > 0: Repeat(canvas, columns); break;
                case ColumnToken.Repeat: throw new WireFormatException("no column to repeat");
                default: throw new WireFormatException("unknown columns");
            }

            x += count;
        }
    }

    private void ReadPalette(ref ScriptReader reader)
    {
        int fresh = reader.U16();
        if ((fresh & 0x8000) != 0) _colours = 0;
        fresh &= 0x7FFF;
        if (_colours + fresh > ScriptLimits.Colours) throw new WireFormatException("too many colours");
        for (int i = 0; i < fresh; i++) _palette[_colours++] = reader.Colour();
    }

    private void PaintNew(Canvas canvas, Patch columns, ref ScriptReader reader)
    {
        int height = columns.Height;
        for (int i = 0; i < columns.Width; i++)
        {
            if (_position + height > _pixels.Length) _position = 0;
            Span<uint> column = _pixels.AsSpan(_position, height);
            ReadOnlySpan<byte> indices = reader.Bytes(height);
            for (int j = 0; j < height; j++)
                column[j] = indices[j] < _colours ? _palette[indices[j]] : throw new WireFormatException("no such colour");
            _position += height;
            _filled = Math.Max(_filled, _position);
            canvas.PaintColumn(columns.X + i, columns.Y, column);
        }
    }

    private void PaintKnown(Canvas canvas, Patch columns, int from)
    {
        if (from + ((long)columns.Width * columns.Height) > _filled) throw new WireFormatException("beyond the history");
        for (int i = 0; i < columns.Width; i++)
            canvas.PaintColumn(columns.X + i, columns.Y, _pixels.AsSpan(from + (i * columns.Height), columns.Height));
    }

    private static void Repeat(Canvas canvas, Patch columns)
    {
        for (int y = columns.Y; y < columns.Bottom; y++)
            canvas.Row(columns.X, y, columns.Width).Fill(canvas.Row(columns.X - 1, y, 1)[0]);
    }
}
