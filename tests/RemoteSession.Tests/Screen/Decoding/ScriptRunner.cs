using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>Does what a script says, operation by operation.</summary>
internal sealed class ScriptRunner(Canvas canvas, KeptTiles tiles, ColumnHistory columns, FrameBudget budget)
{
    public void Run(ReadOnlyMemory<byte> script, ReadOnlyMemory<byte> blobs)
    {
        var reader = new ScriptReader(script.Span, canvas.Grid);
        while (!reader.IsAtEnd)
        {
            switch ((Operation)reader.U8())
            {
                case Operation.Keep: Keep(reader.Tiles()); break;
                case Operation.Copy: Copy(ref reader); break;
                case Operation.Cached: PaintTiles(reader.Tiles()); break;
                case Operation.Fill: Fill(ref reader); break;
                case Operation.Columns: columns.Paint(canvas, Target(ref reader), ref reader); break;
                case Operation.Pixels: PredictedPixels.Paint(canvas, Target(ref reader), ref reader); break;
                case Operation.Photo: PaintPhoto(ref reader, ref blobs); break;
                default: throw new WireFormatException("unknown operation");
            }
        }

        if (!blobs.IsEmpty) throw new WireFormatException("blobs left");
    }

    private Patch Target(ref ScriptReader reader)
    {
        Patch patch = reader.Rectangle();
        budget.Paint(patch);
        return patch;
    }

    private void Keep((Patch Tile, int Slot)[] kept)
    {
        budget.Keep(kept.Length);
        foreach ((Patch tile, int slot) in kept) tiles.Keep(canvas, tile, slot);
    }

    private void PaintTiles((Patch Tile, int Slot)[] cached)
    {
        foreach ((Patch tile, int slot) in cached)
        {
            budget.Paint(tile);
            tiles.Paint(canvas, tile, slot);
        }
    }

    private void Copy(ref ScriptReader reader)
    {
        Patch to = Target(ref reader);
        Patch from = reader.Inside(to with { X = reader.U16(), Y = reader.U16() });
        budget.Copy();
        uint[] pixels = new uint[from.Area];
        canvas.Read(from, pixels);
        canvas.Paint(to, pixels);
    }

    private void Fill(ref ScriptReader reader)
    {
        Patch patch = Target(ref reader);
        uint colour = reader.Colour();
        for (int y = patch.Y; y < patch.Bottom; y++) canvas.Row(patch.X, y, patch.Width).Fill(colour);
    }

    private void PaintPhoto(ref ScriptReader reader, ref ReadOnlyMemory<byte> blobs)
    {
        Patch patch = Target(ref reader);
        uint length = reader.U32();
        if (length > blobs.Length) throw new WireFormatException("blobs missing");
        PhotoDecoder.Paint(canvas, patch, blobs[..(int)length]);
        blobs = blobs[(int)length..];
    }
}
