using SkiaSharp;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <param name="Size">In points.</param>
public readonly record struct TextStyle(FontFace Face, float Size, SKColor Colour)
{
    private const float Leading = 1.4f;

    public static TextStyle Title { get; } = new(FontFace.Bold, 18, Look.Text);

    public static TextStyle Section { get; } = new(FontFace.Bold, 12, Look.Text);

    public static TextStyle Body { get; } = new(FontFace.Regular, 10, Look.Text);

    public static TextStyle Strong { get; } = new(FontFace.Bold, 10, Look.Text);

    public static TextStyle Aside { get; } = new(FontFace.Regular, 10, Look.Muted);

    public static TextStyle TableBody { get; } = new(FontFace.Regular, 9, Look.Text);

    public static TextStyle Small { get; } = new(FontFace.Regular, 8.5f, Look.Muted);

    public static TextStyle SmallStrong { get; } = new(FontFace.Bold, 8.5f, Look.Text);

    public float LineHeight => MathF.Ceiling(Size * Leading);

    /// <summary>From the top of a line of the given height down to the base line.</summary>
    public float BaseLine(float lineHeight) => (lineHeight + (Face.Ascent - Face.Descent) * Size) / 2;

    /// <summary>Only for text out of <see cref="PrintableText"/>.</summary>
    public float Width(ReadOnlySpan<char> text) => Face.Width(text) * Size;
}
