namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A rectangle of a picture.</summary>
public readonly record struct Area(int X, int Y, int Width, int Height)
{
    public bool Holds(int x, int y) => x >= X && y >= Y && x < X + Width && y < Y + Height;
}

/// <summary>How far two pictures differ.</summary>
/// <param name="Different">Pixels that differ in any colour.</param>
/// <param name="Compared">Pixels that were looked at.</param>
/// <param name="Largest">The largest difference in one colour, 0 to 255.</param>
/// <param name="Where">The smallest rectangle that holds every difference.</param>
public sealed record PixelDifference(int Different, int Compared, int Largest, Area? Where)
{
    public bool IsNone => Different == 0;

    public override string ToString() => IsNone
        ? $"all {Compared} pixels are equal"
        : $"{Different} of {Compared} pixels differ by up to {Largest}, all in {Where}";
}

public static class PixelCompare
{
    /// <summary>Compares pixel by pixel, areas to be left out excepted. Pictures of unequal size differ throughout.</summary>
    public static PixelDifference Between(RgbPicture one, RgbPicture other, params Area[] leftOut)
    {
        if (one.Width != other.Width || one.Height != other.Height)
        {
            int all = Math.Max(one.Width * one.Height, other.Width * other.Height);
            return new PixelDifference(all, all, 255, new Area(0, 0, Math.Max(one.Width, other.Width), Math.Max(one.Height, other.Height)));
        }

        int different = 0, compared = 0, largest = 0, left = int.MaxValue, top = int.MaxValue, right = -1, bottom = -1;
        for (int y = 0; y < one.Height; y++)
        {
            for (int x = 0; x < one.Width; x++)
            {
                if (leftOut.Any(area => area.Holds(x, y)))
                {
                    continue;
                }

                compared++;
                int distance = Distance(one, other, ((y * one.Width) + x) * 3);
                if (distance > 0)
                {
                    different++;
                    largest = Math.Max(largest, distance);
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        return new PixelDifference(different, compared, largest, different == 0 ? null : new Area(left, top, right - left + 1, bottom - top + 1));
    }

    private static int Distance(RgbPicture one, RgbPicture other, int start)
    {
        int largest = 0;
        for (int colour = start; colour < start + 3; colour++)
        {
            largest = Math.Max(largest, Math.Abs(one.Pixels[colour] - other.Pixels[colour]));
        }

        return largest;
    }
}
