namespace ServiceDesk.Remote.Screen;

/// <summary>How far something has moved, in pixels.</summary>
internal readonly record struct Shift(int X, int Y);

/// <summary>A run of pixels in a row that seems to have come from elsewhere.</summary>
internal readonly record struct Anchor(int X, int Y, int Width, Shift Shift)
{
    /// <summary>Whether the pixels are really those, and not all of one colour.</summary>
    public bool IsTrue(PictureView now, SentPicture sent)
    {
        if (!Lies(sent.Grid, X - Shift.X, Y - Shift.Y, Width)) return false;
        ReadOnlySpan<uint> from = sent.Row(X - Shift.X, Y - Shift.Y, Width);
        return PixelRow.AreSame(now.Pixels(X, Y, Width), from) && from.ContainsAnyExcept(from[0]);
    }

    /// <summary>The largest rectangle around one of its pixels that has moved with it, as far as going down and then up finds it.</summary>
    /// <param name="bounds">Stays inside.</param>
    public Patch Grow(PictureView now, SentPicture sent, Patch bounds)
    {
        Patch best = GrowFrom(X + (Width / 2), now, sent, bounds);
        if (best.Area * 2 > bounds.Area || Width < 16) return best;
        foreach (int x in (ReadOnlySpan<int>)[X, X + Width - 1])
        {
            Patch other = GrowFrom(x, now, sent, bounds);
            if (other.Area > best.Area) best = other;
        }

        return best;
    }

    private Patch GrowFrom(int x, PictureView now, SentPicture sent, Patch bounds)
    {
        int left = Math.Max(bounds.X, Shift.X), right = Math.Min(bounds.Right, sent.Grid.Width + Math.Min(0, Shift.X));
        int top = Math.Max(bounds.Y, Shift.Y), bottom = Math.Min(bounds.Bottom, sent.Grid.Height + Math.Min(0, Shift.Y));
        var best = new Patch(x, Y, 0, 0);
        (int Left, int Right) extent = (left, right);
        for (int y = Y; y < bottom && Narrow(now, sent, x, y, ref extent); y++)
        {
            var grown = new Patch(extent.Left, Y, extent.Right - extent.Left, y + 1 - Y);
            if (grown.Area > best.Area) best = grown;
        }

        extent = (best.X, best.Right);
        int end = best.Bottom;
        for (int y = Y - 1; y >= top && Narrow(now, sent, x, y, ref extent); y--)
        {
            var grown = new Patch(extent.Left, y, extent.Right - extent.Left, end - y);
            if (grown.Area > best.Area) best = grown;
        }

        return best;
    }

    private bool Narrow(PictureView now, SentPicture sent, int x, int y, ref (int Left, int Right) extent)
    {
        int width = extent.Right - x;
        int right = x + PixelRow.FirstDifference(now.Pixels(x, y, width), sent.Row(x - Shift.X, y - Shift.Y, width));
        if (right == x) return false;
        width = x - extent.Left;
        int left = extent.Left + PixelRow.EndOfDifference(now.Pixels(extent.Left, y, width), sent.Row(extent.Left - Shift.X, y - Shift.Y, width));
        extent = (left, right);
        return true;
    }

    private static bool Lies(TileGrid grid, int x, int y, int width) => x >= 0 && y >= 0 && y < grid.Height && x + width <= grid.Width;
}
