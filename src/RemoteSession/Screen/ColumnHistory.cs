namespace ServiceDesk.Remote.Screen;

/// <summary>
/// The columns that both ends remember, as this end knows them: a ring of pixels, and where in it a column, or four in a row, were seen last.
/// What is found is always compared.
/// </summary>
internal sealed class ColumnHistory
{
    private const int SingleBits = 16, FourBits = 17;

    private readonly int[] _single = new int[1 << SingleBits], _four = new int[1 << FourBits]; // a place in the ring, plus 1
    private uint[] _ring = [];
    private int _position, _filled;

    /// <summary>Both ends remember nothing.</summary>
    public void Clear()
    {
        if (_ring.Length == 0) _ring = new uint[ScriptLimits.HistoryPixels];
        Array.Clear(_single);
        Array.Clear(_four);
        (_position, _filled) = (0, 0);
    }

    /// <summary>Looks for columns that begin as these do.</summary>
    /// <param name="columns">Pixels of columns of <paramref name="height"/>, one behind the other.</param>
    /// <param name="hashes">A number for each of them.</param>
    /// <param name="room">Pixels that may be appended before the match is used.</param>
    /// <param name="place">Where the match begins.</param>
    /// <returns>How many columns match.</returns>
    public int Find(ReadOnlySpan<uint> columns, ReadOnlySpan<uint> hashes, int height, int room, out int place)
    {
        place = 0;
        int best = 0;
        if (hashes.Length >= 4) best = Check(_four[Four(hashes, height)] - 1, columns, height, room);
        if (best > 0) place = _four[Four(hashes, height)] - 1;
        if (best >= 4) return best;
        int single = Check(_single[Single(hashes[0], height)] - 1, columns, height, room);
        if (single <= best) return best;
        place = _single[Single(hashes[0], height)] - 1;
        return single;
    }

    /// <summary>Remembers columns that the other end has seen as well.</summary>
    public void Append(ReadOnlySpan<uint> columns, ReadOnlySpan<uint> hashes, int height)
    {
        int run = 0; // columns without a jump before this one
        for (int i = 0; i < hashes.Length; i++, run++)
        {
            if (_position + height > _ring.Length) (_position, run) = (0, 0);
            columns.Slice(i * height, height).CopyTo(_ring.AsSpan(_position));
            _single[Single(hashes[i], height)] = _position + 1;
            if (run >= 3) _four[Four(hashes[(i - 3)..], height)] = _position - (3 * height) + 1;
            _position += height;
            _filled = Math.Max(_filled, _position);
        }
    }

    private int Check(int place, ReadOnlySpan<uint> columns, int height, int room)
    {
        if (place < 0) return 0;
        int end = _filled;
        if (_position < _filled)
        {
            // What is appended meanwhile overwrites the oldest.
            int overwritten = _position + room + height;
            if (place < overwritten && place >= _position) return 0;
            if (overwritten > _ring.Length && place < room + height) return 0;
            if (place < _position) end = _position;
        }
        else if (_position + room + height > _ring.Length && place < room + height)
        {
            return 0;
        }

        return columns.CommonPrefixLength(_ring.AsSpan(place, end - place)) / height;
    }

    private static uint Single(uint hash, int height) => (hash + (uint)height) * 0x9E37_79B1 >> (32 - SingleBits);

    private static uint Four(ReadOnlySpan<uint> hashes, int height) =>
        ((((((hashes[0] * 31) + hashes[1]) * 31) + hashes[2]) * 31) + hashes[3] + (uint)height) * 0x85EB_CA6B >> (32 - FourBits);
}
