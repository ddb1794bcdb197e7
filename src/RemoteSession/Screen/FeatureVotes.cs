using System.Numerics;
using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Guesses how far something has moved in any direction. A feature is a run of four pixels whose hash has five given bits; so the same
/// places of a thing are features wherever it lies. A feature that occurs once before and again now votes.
/// </summary>
internal sealed class FeatureVotes
{
    private const int Run = 4;
    private const int Places = 1 << 16;
    private const int Ballots = 1 << 10;
    private const uint FeatureBits = 0xF800_0000;
    private const int FewestVotes = 8;
    private const int RowStep = 4;
    private const int Ambiguous = -1;

    private readonly int[] _places = new int[Places]; // x and y of a feature, plus 1
    private readonly uint[] _hashes = new uint[Places];
    private readonly Ballot[] _ballots = new Ballot[Ballots];

    /// <summary>Asks all features of what has changed.</summary>
    public bool TryVote(PictureView now, SentPicture sent, ChangedTiles changed, out Anchor anchor)
    {
        Array.Clear(_places);
        Array.Clear(_ballots);
        foreach (Patch box in changed.Boxes)
            for (int y = box.Y; y < box.Bottom; y++) Remember(sent.Row(box.X, y, box.Width), box.X, y);
        anchor = default;
        int best = 0;
        foreach (Patch box in changed.Boxes)
            for (int y = box.Y + (RowStep / 2); y < box.Bottom; y += RowStep) Ask(now.Pixels(box.X, y, box.Width), box.X, y, ref best, ref anchor);
        return best >= FewestVotes && anchor.IsTrue(now, sent);
    }

    private void Remember(ReadOnlySpan<uint> row, int x, int y)
    {
        for (int i = 0; i <= row.Length - Run - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            Vector256<uint> hashes = Hash(row, i);
            uint features = Features(row, i, hashes);
            for (; features != 0; features &= features - 1)
            {
                int lane = BitOperations.TrailingZeroCount(features);
                uint hash = hashes[lane], place = hash % Places;
                _places[place] = _places[place] == 0 ? ((y << 15) | (x + i + lane)) + 1 : Ambiguous;
                _hashes[place] = hash;
            }
        }
    }

    private void Ask(ReadOnlySpan<uint> row, int x, int y, ref int best, ref Anchor anchor)
    {
        for (int i = 0; i <= row.Length - Run - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            Vector256<uint> hashes = Hash(row, i);
            uint features = Features(row, i, hashes);
            for (; features != 0; features &= features - 1)
            {
                int lane = BitOperations.TrailingZeroCount(features);
                uint place = hashes[lane] % Places;
                if (_places[place] <= 0 || _hashes[place] != hashes[lane]) continue;
                int from = _places[place] - 1;
                var shift = new Shift(x + i + lane - (from & 0x7FFF), y - (from >> 15));
                if (shift == default || Vote(shift) <= best) continue;
                best++;
                anchor = new Anchor(x + i + lane, y, Run, shift);
            }
        }
    }

    private int Vote(Shift shift)
    {
        uint place = (uint)((shift.X * 0x9E37_79B1) + (shift.Y * 0x85EB_CA6B)) >> 22;
        ref Ballot ballot = ref _ballots[place % Ballots];
        if (ballot.Votes == 0) ballot.Shift = shift;
        return ballot.Shift == shift ? ++ballot.Votes : 0;
    }

    private static Vector256<uint> Hash(ReadOnlySpan<uint> row, int i)
    {
        Vector256<uint> colour = Vector256.Create(PixelRow.Colour);
        Vector256<uint> hash = (Vector256.Create(row[i..]) & colour) * 0x9E37_79B1u;
        hash += (Vector256.Create(row[(i + 1)..]) & colour) * 0x85EB_CA77u;
        hash += (Vector256.Create(row[(i + 2)..]) & colour) * 0xC2B2_AE3Du;
        hash += (Vector256.Create(row[(i + 3)..]) & colour) * 0x27D4_EB2Fu;
        return hash ^ (hash >>> 15);
    }

    // Flat colour has no features.
    private static uint Features(ReadOnlySpan<uint> row, int i, Vector256<uint> hashes)
    {
        uint all = Vector256.Equals(hashes & Vector256.Create(FeatureBits), Vector256<uint>.Zero).ExtractMostSignificantBits();
        if (all == 0) return 0;
        Vector256<uint> colour = Vector256.Create(PixelRow.Colour);
        return all & ~Vector256.Equals(Vector256.Create(row[i..]) & colour, Vector256.Create(row[(i + 1)..]) & colour).ExtractMostSignificantBits();
    }

    private struct Ballot
    {
        public Shift Shift;
        public int Votes;
    }
}
