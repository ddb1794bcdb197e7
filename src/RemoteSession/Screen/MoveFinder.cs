namespace ServiceDesk.Remote.Screen;

/// <summary>
/// Finds what only lies elsewhere now: a scrolled text, a dragged window. Guesses by where the last thing moved, then by rows (scrolling),
/// then by features (anything else); what is guessed is compared pixel by pixel and grown as far as it is true.
/// </summary>
internal sealed class MoveFinder
{
    /// <summary>Smaller changes are not looked at, smaller moves not made.</summary>
    public const int SmallestArea = 2048;

    private readonly RowVotes _rows = new();
    private readonly FeatureVotes _features = new();
    private Shift _last;

    /// <summary>Looks for one move.</summary>
    /// <param name="changed">What differs as long as nothing is moved.</param>
    public bool TryFind(PictureView now, SentPicture sent, ChangedTiles changed, out Move move)
    {
        move = default;
        int area = 0;
        foreach (Patch box in changed.Boxes) area += box.Area;
        if (area < SmallestArea) return false;
        return TryShift(now, sent, changed, _last, out move)
            || (_rows.TryVote(now, sent, changed, out Anchor anchor) && TryGrow(now, sent, changed, anchor, out move))
            || (_features.TryVote(now, sent, changed, out anchor) && TryGrow(now, sent, changed, anchor, out move));
    }

    // Things go on moving as they did: look at a few rows of each box.
    private bool TryShift(PictureView now, SentPicture sent, ChangedTiles changed, Shift shift, out Move move)
    {
        move = default;
        if (shift == default) return false;
        foreach (Patch box in changed.Boxes)
        {
            if (box.Width < RowVotes.Width / 2) continue;
            for (int y = box.Y + 1; y < box.Bottom; y += 13)
            {
                var anchor = new Anchor(box.X, y, box.Width, shift);
                if (anchor.IsTrue(now, sent) && TryGrow(now, sent, changed, anchor, out move)) return true;
            }
        }

        return false;
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
