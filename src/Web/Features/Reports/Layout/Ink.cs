using SkiaSharp;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>Draws on the page that is open. Knows text, filled boxes and lines, and no images: nothing is ever fetched or decoded.</summary>
public sealed class Ink : IDisposable
{
    private const float HairLine = 0.6f;

    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly Dictionary<(FontFace Face, float Size), SKFont> _fonts = [];
    private SKCanvas? _canvas;

    private SKCanvas Canvas => _canvas ?? throw new InvalidOperationException("No page is open.");

    public void TurnTo(SKCanvas page) => _canvas = page;

    /// <summary>Only text out of <see cref="LineBreaking"/>.</summary>
    public void Text(string text, float x, float baseLine, TextStyle style)
    {
        if (text.Length == 0)
            return;

        _paint.Color = style.Colour;
        Canvas.DrawText(text, x, baseLine, SKTextAlign.Left, FontOf(style), _paint);
    }

    public void Box(float x, float y, float width, float height, SKColor colour)
    {
        _paint.Color = colour;
        Canvas.DrawRect(x, y, width, height, _paint);
    }

    public void Rule(float x, float y, float width) => Box(x, y - HairLine / 2, width, HairLine, Look.Line);

    public void Dispose()
    {
        _paint.Dispose();
        foreach (SKFont font in _fonts.Values)
            font.Dispose();
    }

    private SKFont FontOf(TextStyle style)
    {
        if (!_fonts.TryGetValue((style.Face, style.Size), out SKFont? font))
            _fonts.Add((style.Face, style.Size), font = style.Face.Sized(style.Size));

        return font;
    }
}
