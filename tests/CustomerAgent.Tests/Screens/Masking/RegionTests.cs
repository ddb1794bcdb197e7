using CsCheck;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Tests.Screens.Masking;

public sealed class RegionTests
{
    private const int Size = 12;

    private static readonly Gen<Area> AnyArea =
        Gen.Select(Gen.Int[-2, Size], Gen.Int[-2, Size], Gen.Int[0, Size], Gen.Int[0, Size], (x, y, width, height) => new Area(x, y, width, height));

    /// <summary>Against a plain table of pixels: whatever is added and taken away, and no pixel twice.</summary>
    [Fact]
    public void Region_HoldsWhatATableOfPixelsHolds_AfterAnySteps() =>
        Gen.Select(Gen.Int[0, 2], AnyArea).Array[1, 20].Sample(steps =>
        {
            Region region = Region.Of(new Area(0, 0, Size, Size));
            var table = new bool[Size * 2, Size * 2];
            Fill(table, new Area(0, 0, Size, Size), (_, _) => true);
            foreach ((int step, Area area) in steps)
            {
                region = step switch { 0 => region.With(area), 1 => region.Without(area), _ => region.Common(Region.Of(area)) };
                Fill(table, null, (x, y) => step switch
                {
                    0 => table[x, y] || area.Holds(x, y),
                    1 => table[x, y] && !area.Holds(x, y),
                    _ => table[x, y] && area.Holds(x, y),
                });
            }
            Fill(table, null, (x, y) =>
            {
                region.Areas.Count(area => area.Holds(x, y)).ShouldBe(table[x, y] ? 1 : 0);
                return table[x, y];
            });
        });

    private static void Fill(bool[,] table, Area? where, Func<int, int, bool> value)
    {
        for (int x = 0; x < Size * 2; x++)
        {
            for (int y = 0; y < Size * 2; y++)
            {
                if (where?.Holds(x, y) != false)
                    table[x, y] = value(x, y);
            }
        }
    }
}
