using CsCheck;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class TileGridTests
{
    [Fact]
    public void Tiles_CoverEveryPixelOnce_WhenSizeIsAny() => TestPicture.Sizes.Sample(size =>
    {
        var grid = new TileGrid(size.Width, size.Height);
        int[] hits = new int[size.Width * size.Height];
        for (int i = 0; i < grid.Count; i++)
            for (int y = grid[i].Y; y < grid[i].Y + grid[i].Height; y++)
                for (int x = grid[i].X; x < grid[i].X + grid[i].Width; x++) hits[(y * size.Width) + x]++;
        return hits.All(hit => hit == 1);
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(16385, 1)]
    [InlineData(1, 16385)]
    [InlineData(8193, 8192)]
    public void TileGrid_Throws_WhenSizeIsNoPicture(int width, int height) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new TileGrid(width, height));

    [Fact]
    public void Indexer_Throws_WhenThereIsNoSuchTile()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TileGrid(65, 64)[2]);
        Should.Throw<ArgumentOutOfRangeException>(() => new TileGrid(65, 64)[-1]);
    }
}
