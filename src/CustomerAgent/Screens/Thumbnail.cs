using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens;

/// <summary>A small copy of a picture.</summary>
/// <param name="Rgb">R G B, row by row without gaps.</param>
internal sealed record Thumbnail(byte[] Rgb, int Width, int Height)
{
    private const int Colours = 3;

    /// <summary>As large as fits into a box; each pixel is the mean of those it stands for. Never larger than the picture.</summary>
    public static Thumbnail Of(PictureView picture, int mostWidth, int mostHeight)
    {
        int whole = picture.Grid.Width, high = picture.Grid.Height;
        double scale = Math.Min(1, Math.Min((double)mostWidth / whole, (double)mostHeight / high));
        int width = Math.Max(1, (int)(whole * scale)), height = Math.Max(1, (int)(high * scale));
        var rgb = new byte[width * height * Colours];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Mean(picture, x * whole / width, (x + 1) * whole / width, y * high / height, (y + 1) * high / height)
                    .CopyTo(rgb.AsSpan(((y * width) + x) * Colours));
            }
        }
        return new Thumbnail(rgb, width, height);
    }

    private static byte[] Mean(PictureView picture, int left, int right, int top, int bottom)
    {
        long red = 0, green = 0, blue = 0;
        for (int y = top; y < bottom; y++)
        {
            foreach (uint pixel in picture.Pixels(left, y, right - left))
            {
                red += (pixel >> 16) & 0xFF;
                green += (pixel >> 8) & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        int count = (right - left) * (bottom - top);
        return [(byte)(red / count), (byte)(green / count), (byte)(blue / count)];
    }
}
