namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Finds what only lies elsewhere now: a scrolled text, a dragged window. Guesses by where the last thing moved, then by rows (scrolling),
/// then by features (anything else); what is guessed is compared pixel by pixel and grown as far as it is true.
/// </summary>
internal sealed class MoveFinder
{
    /// <summary>Smaller changes are not looked at, smaller moves not made.</summary>
    public const int SmallestArea = 2048;

    // Less is drawn sooner than looked for.
    private const int WorthLooking = 8 * 1024;

    private const int MostTries = 6;

    private readonly RowVotes _rows = new();
    private readonly FeatureVotes _features = new();
    private Shift _last;

    /// <summary>Looks for one move.</summary>
    /// <param name="changed">What differs as long as nothing is moved.</param>
    /// <param name="anew">False only looks whether things go on moving as they did, which costs next to nothing.</param>
    public bool TryFind(PictureView now, SentPicture sent, ChangedTiles changed, bool anew, out Move move)
    {
        move = default;
        int area = 0;
        foreach (Patch box in changed.Boxes) area += box.Area;
        if (area < SmallestArea) return false;
        if (TryShift(now, sent, changed, area, out move)) return true;
        return anew && area >= WorthLooking
            && ((_rows.TryVote(now, sent, changed, out Anchor anchor) && TryGrow(now, sent, changed, anchor, out move))
                || (_features.TryVote(now, sent, changed, out anchor) && TryGrow(now, sent, changed, anchor, out move)));
    }

    // Things go on moving as they did: look at a few rows of each box.
    private bool TryShift(PictureView now, SentPicture sent, ChangedTiles changed, int area, out Move move)
    {
        move = default;
        Shift shift = _last;
        if (shift == default) return false;
        int tries = 0;
        for (int i = 0; i < changed.Count && tries < MostTries && move.To.Area * 2 < area; i++)
        {
            Patch box = changed.Boxes[i];
            var anchor = new Anchor(box.X, box.Y + (box.Height / 2), box.Width, shift);
            if (box.Width < RowVotes.Width / 2 || !anchor.IsTrue(now, sent)) continue;
            tries++;
            if (TryGrow(now, sent, changed, anchor, out Move grown) && grown.To.Area > move.To.Area) move = grown;
        }

        return move.To.Area > 0;
    }

    private bool TryGrow(PictureView now, SentPicture sent, ChangedTiles changed, Anchor anchor, out Move move)
    {
        Patch grown = anchor.Grow(now, sent, Bounds(changed));
        Shift shift = anchor.Shift;
        move = new Move(grown, grown.X - shift.X, grown.Y - shift.Y);
        if (grown.Area < SmallestArea || Gain(changed, grown) < SmallestArea / 2) return false;
        _last = shift;
        return true;
    }

    private static int Gain(ChangedTiles changed, Patch moved)
    {
        int gain = 0;
        foreach (Patch box in changed.Boxes)
        {
            int width = Math.Min(box.Right, moved.Right) - Math.Max(box.X, moved.X), height = Math.Min(box.Bottom, moved.Bottom) - Math.Max(box.Y, moved.Y);
            if (width > 0 && height > 0) gain += width * height;
        }

        return gain;
    }

    private static Patch Bounds(ChangedTiles changed)
    {
        int left = int.MaxValue, top = int.MaxValue, right = 0, bottom = 0;
        foreach (Patch box in changed.Boxes)
        {
            (left, top) = (Math.Min(left, box.X), Math.Min(top, box.Y));
            (right, bottom) = (Math.Max(right, box.Right), Math.Max(bottom, box.Bottom));
        }

        return new Patch(left, top, right - left, bottom - top);
    }
}
