namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>The strips of one page, from the top of the body downwards.</summary>
public sealed class Page
{
    private readonly List<(float Y, Strip Strip)> _placed = [];
    private float _used;

    public bool IsEmpty => _placed.Count == 0;

    public bool HasRoomFor(float height) => IsEmpty || _used + height <= PageFormat.BodyHeight;

    public void Add(Strip strip)
    {
        if (IsEmpty && strip.Head is { } head)
            Place(head);
        else if (!IsEmpty)
            _used += strip.Gap;

        Place(strip);
    }

    public void Paint(Ink ink)
    {
        foreach ((float y, Strip strip) in _placed)
            strip.Paint(ink, PageFormat.BodyTop + y);
    }

    private void Place(Strip strip)
    {
        _placed.Add((_used, strip));
        _used += strip.Height;
    }
}
