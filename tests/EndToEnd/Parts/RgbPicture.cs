using System.Runtime.InteropServices;
using SkiaSharp;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A picture as plain bytes: red, green, blue, row by row, 3 · width · height of them.</summary>
public sealed class RgbPicture
{
    public RgbPicture(int width, int height, byte[] pixels)
    {
        if (pixels.Length != width * height * 3)
        {
            throw new ArgumentException($"{width} × {height} pixels are {width * height * 3} bytes, not {pixels.Length}.", nameof(pixels));
        }

        (Width, Height, Pixels) = (width, height, pixels);
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    public (byte Red, byte Green, byte Blue) At(int x, int y)
    {
        int start = ((y * Width) + x) * 3;
        return (Pixels[start], Pixels[start + 1], Pixels[start + 2]);
    }

    public static RgbPicture Filled(int width, int height, byte red, byte green, byte blue)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int start = 0; start < pixels.Length; start += 3)
        {
            (pixels[start], pixels[start + 1], pixels[start + 2]) = (red, green, blue);
        }

        return new RgbPicture(width, height, pixels);
    }

    /// <summary>From four bytes a pixel, the fourth being left off.</summary>
    public static RgbPicture FromRgba(int width, int height, ReadOnlySpan<byte> rgba)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int from = 0, to = 0; to < pixels.Length; from += 4, to += 3)
        {
            rgba.Slice(from, 3).CopyTo(pixels.AsSpan(to));
        }

        return new RgbPicture(width, height, pixels);
    }

    public static RgbPicture FromPng(byte[] png)
    {
        using SKBitmap decoded = SKBitmap.Decode(png, new SKImageInfo(SKBitmap.DecodeBounds(png).Width, SKBitmap.DecodeBounds(png).Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        return FromRgba(decoded.Width, decoded.Height, decoded.GetPixelSpan());
    }

    public void SavePng(string file)
    {
        using SKBitmap bitmap = new(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        byte[] rgba = new byte[Width * Height * 4];
        for (int from = 0, to = 0; from < Pixels.Length; from += 3, to += 4)
        {
            Pixels.AsSpan(from, 3).CopyTo(rgba.AsSpan(to));
            rgba[to + 3] = 255;
        }

        Marshal.Copy(rgba, 0, bitmap.GetPixels(), rgba.Length);
        using FileStream stream = File.Create(file);
        bitmap.Encode(stream, SKEncodedImageFormat.Png, 100);
    }
}
