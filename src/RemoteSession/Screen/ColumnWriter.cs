using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Writes <see cref="Operation.Columns"/>: what was seen before costs a few bytes, wherever it was.</summary>
internal sealed class ColumnWriter
{
    // A match costs four bytes before deflate; what is smaller is said anew.
    private const int SmallestMatch = 12;

    private readonly ColumnHistory _history = new();
    private readonly Palette _palette = new();
    private readonly List<Run> _runs = [];
    private uint[] _columns = [], _fresh = [];
    private uint[] _hashes = [];
    private byte[] _numbers = [];

    /// <summary>Both ends remember nothing.</summary>
    public void Clear()
    {
        _history.Clear();
        _palette.Clear();
    }

    /// <summary>Encodes a rectangle.</summary>
    /// <param name="patch">At most 64 Kpixel.</param>
    /// <param name="body">What comes behind the rectangle.</param>
    /// <returns>False when what is new has more than 256 colours; nothing has happened then.</returns>
    public bool TryWrite(SentPicture picture, Patch patch, ScriptBody body)
    {
        Load(picture, patch);
        int fresh = FindRuns(patch);
        if (!_palette.TryTranslate(_fresh.AsSpan(0, fresh), _numbers)) return false;
        body.Clear();
        _palette.Write(body);
        int column = 0, number = 0;
        foreach (Run run in _runs)
        {
            WriteRun(run, patch.Height, ref number, body);
            if (run.Token == ColumnToken.New)
                _history.Append(_columns.AsSpan(column * patch.Height, run.Count * patch.Height), _hashes.AsSpan(column, run.Count), patch.Height);
            column += run.Count;
        }

        return true;
    }

    private void WriteRun(Run run, int height, ref int number, ScriptBody body)
    {
        int kind = (int)run.Token << 6;
        if (run.Count < 63)
        {
            body.U8(kind | run.Count);
        }
        else
        {
            body.U8(kind | 63);
            body.U16(run.Count);
        }

        if (run.Token == ColumnToken.Match) body.U24(run.Place);
        if (run.Token != ColumnToken.New) return;
        _numbers.AsSpan(number, run.Count * height).CopyTo(body.Take(run.Count * height));
        number += run.Count * height;
    }

    private void Load(SentPicture picture, Patch patch)
    {
        if (_columns.Length < patch.Area) (_columns, _fresh, _numbers) = (new uint[patch.Area], new uint[patch.Area], new byte[patch.Area]);
        if (_hashes.Length < patch.Width) _hashes = new uint[patch.Width];
        Span<uint> hashes = _hashes.AsSpan(0, patch.Width);
        hashes.Clear();
        for (int y = 0; y < patch.Height; y++)
        {
            ReadOnlySpan<uint> row = picture.Row(patch.X, patch.Y + y, patch.Width);
            Hash(row, hashes);
            for (int x = 0, to = y; x < row.Length; x++, to += patch.Height) _columns[to] = row[x];
        }
    }

    private static void Hash(ReadOnlySpan<uint> row, Span<uint> hashes)
    {
        Vector256<uint> odd = Vector256.Create(0x9E37_79B1u);
        int i = 0;
        for (; i <= row.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            Vector256<uint> hash = Vector256.Create((ReadOnlySpan<uint>)hashes[i..]) ^ Vector256.Create(row[i..]);
            ((hash * odd) + (hash >>> 15)).CopyTo(hashes[i..]);
        }

        for (; i < row.Length; i++)
        {
            uint hash = hashes[i] ^ row[i];
            hashes[i] = (hash * 0x9E37_79B1) + (hash >> 15);
        }
    }

    /// <returns>Pixels of what is new, gathered in <see cref="_fresh"/>.</returns>
    private int FindRuns(Patch patch)
    {
        _runs.Clear();
        int height = patch.Height, start = 0, fresh = 0;
        ReadOnlySpan<uint> columns = _columns.AsSpan(0, patch.Area), hashes = _hashes.AsSpan(0, patch.Width);
        for (int x = 0; x < patch.Width;)
        {
            int count = Repeats(columns, hashes, x, height);
            var run = new Run(ColumnToken.Repeat, count, 0);
            int known = _history.Find(columns[(x * height)..], hashes[x..], height, patch.Area, out int place);
            if (known > count + 1 && known * height >= SmallestMatch) run = new Run(ColumnToken.Match, known, place);
            if (run.Count == 0)
            {
                x++;
                continue;
            }

            fresh = AddNew(columns, start, x, height, fresh);
            _runs.Add(run);
            start = x += run.Count;
        }

        return AddNew(columns, start, patch.Width, height, fresh);
    }

    private int AddNew(ReadOnlySpan<uint> columns, int start, int end, int height, int fresh)
    {
        if (start == end) return fresh;
        _runs.Add(new Run(ColumnToken.New, end - start, 0));
        columns[(start * height)..(end * height)].CopyTo(_fresh.AsSpan(fresh));
        return fresh + ((end - start) * height);
    }

    private static int Repeats(ReadOnlySpan<uint> columns, ReadOnlySpan<uint> hashes, int x, int height)
    {
        if (x == 0 || hashes[x] != hashes[x - 1]) return 0;
        return columns[((x - 1) * height)..].CommonPrefixLength(columns[(x * height)..]) / height;
    }

    private readonly record struct Run(ColumnToken Token, int Count, int Place);
}
