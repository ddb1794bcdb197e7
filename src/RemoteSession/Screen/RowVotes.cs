using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Guesses how far something was scrolled up or down: rows of pixels that are found at another height vote.</summary>
internal sealed class RowVotes
{
    /// <summary>Pixels of a row that are looked at.</summary>
    public const int Width = TileGrid.Side;

    private const int Places = 8192; // of a table for rows, at most half full
    private const int MostColumns = 4;
    private const int FewestVotes = 6;

    private readonly int[] _rows = new int[Places]; // y + 1 of the row with that hash; negative when there is more than one
    private readonly uint[] _hashes = new uint[Places];
    private int[] _votes = [];

    /// <summary>Asks a few columns of tiles.</summary>
    public bool TryVote(PictureView now, SentPicture sent, ChangedTiles changed, out Anchor anchor)
    {
        anchor = default;
        int height = sent.Grid.Height, asked = 0;
        if (height * 2 > Places || changed.Count == 0) return false;
        if (_votes.Length < height * 2) _votes = new int[height * 2];
        Array.Clear(_votes);
        int best = 0;
        int step = Math.Max(1, changed.Count / MostColumns), last = -1;
        for (int i = step / 2; i < changed.Count && asked < MostColumns; i += step)
        {
            Patch box = changed.Boxes[i];
            int column = changed.Numbers[i] % sent.Grid.Columns;
            if (box.Width < Width || column == last) continue;
            last = column;
            asked++;
            (int top, int bottom) = Stretch(changed, sent.Grid, column);
            Remember(sent, box.X, top, bottom);
            for (int y = top; y < bottom; y++)
            {
                int from = Find(now.Pixels(box.X, y, Width));
                if (from < 0 || from == y) continue;
                int votes = ++_votes[y - from + height];
                if (votes <= best) continue;
                best = votes;
                anchor = new Anchor(box.X, y, Width, new Shift(0, y - from));
            }
        }

        return best >= FewestVotes && anchor.IsTrue(now, sent);
    }

    private static (int Top, int Bottom) Stretch(ChangedTiles changed, TileGrid grid, int column)
    {
        int top = int.MaxValue, bottom = 0;
        for (int i = 0; i < changed.Count; i++)
        {
            if (changed.Numbers[i] % grid.Columns != column) continue;
            top = Math.Min(top, changed.Boxes[i].Y);
            bottom = Math.Max(bottom, changed.Boxes[i].Bottom);
        }

        return (top, bottom);
    }

    private void Remember(SentPicture sent, int x, int top, int bottom)
    {
        Array.Clear(_rows);
        for (int y = top; y < bottom; y++)
        {
            ReadOnlySpan<uint> row = sent.Row(x, y, Width);
            if (!row.ContainsAnyExcept(row[0])) continue;
            uint hash = Hash(row);
            uint place = Place(hash);
            _rows[place] = _rows[place] == 0 ? y + 1 : -1;
            _hashes[place] = hash;
        }
    }

    private int Find(ReadOnlySpan<uint> row)
    {
        uint hash = Hash(row);
        uint place = Place(hash);
        return _rows[place] > 0 ? _rows[place] - 1 : -1;
    }

    private uint Place(uint hash)
    {
        uint place = hash % Places;
        while (_rows[place] != 0 && _hashes[place] != hash) place = (place + 1) % Places;
        return place;
    }

    private static uint Hash(ReadOnlySpan<uint> row)
    {
        Vector256<uint> state = Vector256.Create(1u, 2, 3, 4, 5, 6, 7, 8), odd = Vector256.Create(0x9E37_79B1u), colour = Vector256.Create(PixelRow.Colour);
        for (int i = 0; i < Width; i += Vector256<uint>.Count)
        {
            state ^= Vector256.Create(row[i..]) & colour;
            state = (state * odd) + (state >>> 15);
        }

        uint hash = 0;
        for (int i = 0; i < Vector256<uint>.Count; i++) hash = ((hash ^ state[i]) * 0x85EB_CA6B) + (hash >> 13);
        return hash;
    }
}
