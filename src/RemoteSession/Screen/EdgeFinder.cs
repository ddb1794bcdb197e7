using System.Runtime.Intrinsics;

namespace ServiceDesk.Remote.Screen;

/// <summary>Finds the longest straight edge in a rectangle, which most often is that of a window.</summary>
internal sealed class EdgeFinder
{
    // Letters and icons are shorter.
    private const int ShortestEdge = 96;

    // Pieces that are thinner are not worth a cut.
    private const int ThinnestPiece = 16;

    private uint[] _runs = [], _longest = [];

    /// <summary>Cuts at the longest edge.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryCut(SentPicture picture, Patch patch, out Patch first, out Patch second)
    {
        (first, second) = (patch, patch);
        (int x, int across) = FindUpright(picture, patch);
        (int y, int along) = FindLevel(picture, patch);
        if (Math.Max(across, along) < ShortestEdge) return false;
        if (across >= along)
        {
            first = patch with { Width = x };
            second = patch with { X = patch.X + x, Width = patch.Width - x };
        }
        else
        {
            first = patch with { Height = y };
            second = patch with { Y = patch.Y + y, Height = patch.Height - y };
        }

        return true;
    }

    private (int At, int Length) FindUpright(SentPicture picture, Patch patch)
    {
        if (_runs.Length < patch.Width) (_runs, _longest) = (new uint[patch.Width], new uint[patch.Width]);
        Span<uint> runs = _runs.AsSpan(0, patch.Width), longest = _longest.AsSpan(0, patch.Width);
        runs.Clear();
        longest.Clear();
        for (int y = patch.Y; y < patch.Bottom; y++) Extend(picture.Row(patch.X, y, patch.Width), runs, longest);
        (int At, int Length) best = default;
        for (int x = ThinnestPiece; x <= patch.Width - ThinnestPiece; x++)
            if (longest[x] > best.Length) best = (x, (int)longest[x]);
        return best;
    }

    private static void Extend(ReadOnlySpan<uint> row, Span<uint> runs, Span<uint> longest)
    {
        int i = 1;
        for (; i <= row.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            Vector256<uint> equal = Vector256.Equals(Vector256.Create(row[i..]), Vector256.Create(row[(i - 1)..]));
            Vector256<uint> run = Vector256.AndNot(Vector256.Create((ReadOnlySpan<uint>)runs[i..]) + Vector256<uint>.One, equal);
            run.CopyTo(runs[i..]);
            Vector256.Max(Vector256.Create((ReadOnlySpan<uint>)longest[i..]), run).CopyTo(longest[i..]);
        }

        for (; i < row.Length; i++)
        {
            runs[i] = row[i] == row[i - 1] ? 0 : runs[i] + 1;
            longest[i] = Math.Max(longest[i], runs[i]);
        }
    }

    private static (int At, int Length) FindLevel(SentPicture picture, Patch patch)
    {
        (int At, int Length) best = default;
        for (int y = ThinnestPiece; y <= patch.Height - ThinnestPiece; y++)
        {
            int length = Longest(picture.Row(patch.X, patch.Y + y - 1, patch.Width), picture.Row(patch.X, patch.Y + y, patch.Width));
            if (length > best.Length) best = (y, length);
        }

        return best;
    }

    // In steps of eight pixels, which is near enough.
    private static int Longest(ReadOnlySpan<uint> above, ReadOnlySpan<uint> row)
    {
        int run = 0, longest = 0;
        for (int i = 0; i <= row.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            bool isEdge = !Vector256.EqualsAny(Vector256.Create(above[i..]), Vector256.Create(row[i..]));
            run = isEdge ? run + Vector256<uint>.Count : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
