using System.Reflection;
using SkiaSharp;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>One of the two embedded fonts with its advances. Immutable, shared by all documents; no installed font is ever asked.</summary>
public sealed class FontFace
{
    private const int Units = char.MaxValue + 1;

    private readonly SKTypeface _typeface;
    private readonly float[] _advances;     // by UTF-16 unit, in em; NaN = this font has no such character

    private FontFace(string file)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Fonts/" + file)
            ?? throw new InvalidOperationException($"The font {file} is not in the assembly.");
        using SKData data = SKData.Create(resource);
        _typeface = SKTypeface.FromData(data);
        using SKFont design = Sized(_typeface.UnitsPerEm);
        _advances = Advances(design);
        Ascent = -design.Metrics.Ascent / design.Size;
        Descent = design.Metrics.Descent / design.Size;
    }

    public static FontFace Regular { get; } = new("LiberationSans-Regular.ttf");

    public static FontFace Bold { get; } = new("LiberationSans-Bold.ttf");

    /// <summary>Above the base line, in em.</summary>
    public float Ascent { get; }

    /// <summary>Below the base line, in em.</summary>
    public float Descent { get; }

    public bool Has(char unit) => !float.IsNaN(_advances[unit]);

    /// <summary>In em. Only for units the font has.</summary>
    public float Advance(char unit) => _advances[unit];

    /// <summary>In em. Only for text out of <see cref="PrintableText"/>.</summary>
    public float Width(ReadOnlySpan<char> text)
    {
        float width = 0;
        foreach (char unit in text)
            width += _advances[unit];

        return width;
    }

    /// <summary>Advances that are not rounded to pixels: otherwise words fall apart when a reader copies the text.</summary>
    public SKFont Sized(float size) =>
        new(_typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    private static float[] Advances(SKFont design)
    {
        var codePoints = new int[Units];
        for (int unit = 0; unit < Units; unit++)
            codePoints[unit] = IsDrawable((char)unit) ? unit : 0;

        ushort[] glyphs = design.GetGlyphs(codePoints);
        float[] advances = new float[Units];
        design.GetGlyphWidths(glyphs, advances, Span<SKRect>.Empty);
        for (int unit = 0; unit < Units; unit++)
            advances[unit] = glyphs[unit] == 0 ? float.NaN : advances[unit] / design.Size;

        return advances;
    }

    // Hebrew and Arabic are left out although the font has part of them: this layout only runs left to right,
    // and a name that reads backwards is worse than one that is visibly missing.
    private static bool IsDrawable(char unit) =>
        !char.IsControl(unit) && !char.IsSurrogate(unit) && unit is not (>= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFEFF');
}
