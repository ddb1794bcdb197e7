using SkiaSharp;

namespace ServiceDesk.Web.Features.Reports.Layout;

/// <summary>The light tokens of the product's theme, the same as on the pages. Opaque, so that a printed page needs no blending.</summary>
public static class Look
{
    private const float TintShare = 0.12f;

    public static SKColor Text { get; } = new(0x14, 0x20, 0x1F);

    public static SKColor Muted { get; } = new(0x51, 0x60, 0x5F);

    public static SKColor Line { get; } = new(0xDD, 0xE3, 0xE4);

    public static SKColor Surface { get; } = new(0xFA, 0xFB, 0xFB);

    public static SKColor Accent { get; } = new(0x0B, 0x6E, 0x6E);

    public static SKColor Of(Tone tone) => tone switch
    {
        Tone.Plain => Text,
        Tone.Act => new SKColor(0x8A, 0x52, 0x00),
        Tone.Wait => new SKColor(0x48, 0x58, 0x6A),
        Tone.Done => new SKColor(0x1F, 0x6B, 0x3A),
        Tone.Overdue => new SKColor(0xA8, 0x20, 0x1A),
        Tone.Seen => new SKColor(0x1D, 0x5F, 0xA8),
        Tone.Controlled => new SKColor(0xB2, 0x4A, 0x00),
        Tone.Paused => new SKColor(0x5F, 0x6B, 0x6B),
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, null),
    };

    /// <summary>The tone at 12 % on white paper.</summary>
    public static SKColor TintOf(Tone tone)
    {
        SKColor full = Of(tone);
        return new SKColor(Pale(full.Red), Pale(full.Green), Pale(full.Blue));

        static byte Pale(byte channel) => (byte)MathF.Round(255 - (255 - channel) * TintShare);
    }
}
