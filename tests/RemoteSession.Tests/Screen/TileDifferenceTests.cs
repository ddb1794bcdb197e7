using CsCheck;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class TileDifferenceTests
{
    [Fact]
    public void Find_FindsExactlyTheTiles_WhenSinglePixelsChange() =>
        Gen.Select(TestPicture.Sizes, Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999], Gen.UInt[1, 0xFFFFFF]).Array[0, 5]).Sample((size, dots) =>
        {
            var before = new TestPicture(size.Width, size.Height);
            TestPicture after = before.Copy().ChangeFourthBytes();
            var expected = new SortedSet<int>();
            foreach ((int x, int y, uint colour) in dots)
            {
                after.Fill(x % size.Width, y % size.Height, 1, 1, colour);
                expected.Add((y % size.Height / 64 * before.View.Grid.Columns) + (x % size.Width / 64));
            }

            return Find(before, after).SequenceEqual(expected);
        });

    [Fact]
    public void Find_FindsNothing_WhenOnlyFourthBytesChange()
    {
        TestPicture before = new TestPicture(130, 70).Noise(7);
        Find(before, before.Copy().ChangeFourthBytes()).ShouldBeEmpty();
    }

    [Fact]
    public void Find_FindsEveryChannel_WhenLastPixelChangesByOne()
    {
        var before = new TestPicture(67, 65);
        foreach (uint colour in new[] { 0x010000u, 0x000100u, 0x000001u })
            Find(before, before.Copy().Fill(66, 64, 1, 1, colour)).ShouldBe([3]);
    }

    [Fact]
    public void Find_BoxesAreTight_WhenPixelsChange() =>
        Gen.Select(TestPicture.Sizes, Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999]).Array[1, 6]).Sample((size, dots) =>
        {
            var before = new TestPicture(size.Width, size.Height);
            TestPicture after = before.Copy().ChangeFourthBytes();
            (int X, int Y)[] places = [.. dots.Select(dot => (dot.Item1 % size.Width, dot.Item2 % size.Height))];
            foreach ((int x, int y) in places) after.Fill(x, y, 1, 1, 0x808080);
            var changed = new ChangedTiles();
            TileDifference.Find(after.View, Sent(before), changed);
            for (int i = 0; i < changed.Count; i++)
            {
                Patch tile = before.View.Grid[changed.Numbers[i]];
                (int X, int Y)[] inside = [.. places.Where(place => tile.Overlaps(new Patch(place.X, place.Y, 1, 1)))];
                int left = inside.Min(place => place.X), top = inside.Min(place => place.Y);
                changed.Boxes[i].ShouldBe(new Patch(left, top, inside.Max(place => place.X) + 1 - left, inside.Max(place => place.Y) + 1 - top));
                TileDifference.TryFind(after.View, Sent(before), tile, out Patch box).ShouldBeTrue();
                box.ShouldBe(changed.Boxes[i]);
            }
        });

    [Fact]
    public void Find_Throws_WhenSizesDiffer() =>
        Should.Throw<ArgumentException>(() => TileDifference.Find(new TestPicture(64, 64).View, Sent(new TestPicture(65, 64)), new ChangedTiles()));

    internal static SentPicture Sent(TestPicture picture)
    {
        var sent = new SentPicture();
        sent.Reset(picture.View.Grid);
        sent.Store(picture.View, new Patch(0, 0, picture.Width, picture.Height));
        return sent;
    }

    private static int[] Find(TestPicture before, TestPicture after)
    {
        var changed = new ChangedTiles();
        TileDifference.Find(after.View, Sent(before), changed);
        return changed.Numbers.ToArray();
    }
}
