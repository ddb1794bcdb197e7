namespace ServiceDesk.Remote.Screen;

/// <summary>The picture as it was captured when it was sent last: 0x00RRGGBB, row by row. What a viewer sees differs only where tiles are lossy.</summary>
internal sealed class SentPicture
{
    private uint[] _pixels = [];

    /// <summary>The picture's size.</summary>
    public TileGrid Grid { get; private set; }

    /// <summary>Starts from black.</summary>
    public void Reset(TileGrid grid)
    {
        Grid = grid;
        int area = grid.Width * grid.Height;
        if (_pixels.Length == area) Array.Clear(_pixels);
        else _pixels = new uint[area];
    }

    /// <summary>A run of pixels in a row.</summary>
    public Span<uint> Row(int x, int y, int count) => _pixels.AsSpan((y * Grid.Width) + x, count);

    /// <summary>Takes over a rectangle of the picture now.</summary>
    public void Store(PictureView now, Patch patch)
    {
        for (int y = patch.Y; y < patch.Bottom; y++)
            PixelRow.Copy(now.Pixels(patch.X, y, patch.Width), Row(patch.X, y, patch.Width));
    }

    /// <summary>Moves pixels, also where source and target overlap.</summary>
    public void Move(Move move)
    {
        Patch to = move.To;
        bool down = to.Y > move.FromY;
        for (int i = 0; i < to.Height; i++)
        {
            int y = down ? to.Height - 1 - i : i;
            Row(move.FromX, move.FromY + y, to.Width).CopyTo(Row(to.X, to.Y + y, to.Width));
        }
    }
}
