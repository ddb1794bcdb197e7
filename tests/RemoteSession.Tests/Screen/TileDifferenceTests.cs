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
    public void Find_Throws_WhenSizesDifferOrRoomIsShort()
    {
        Should.Throw<ArgumentException>(() => TileDifference.Find(new TestPicture(64, 64).View, new TestPicture(65, 64).View, new int[9]));
        Should.Throw<ArgumentException>(() => TileDifference.Find(new TestPicture(65, 64).View, new TestPicture(65, 64).View, new int[1]));
    }

    internal static int[] Find(TestPicture before, TestPicture after)
    {
        int[] changed = new int[after.View.Grid.Count];
        return changed[..TileDifference.Find(before.View, after.View, changed)];
    }
}
