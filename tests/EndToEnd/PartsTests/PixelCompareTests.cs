using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.PartsTests;

public sealed class PixelCompareTests
{
    [Fact]
    public void Between_FindsNothing_WhenPicturesAreEqual() =>
        PixelCompare.Between(Grey(), Grey()).ShouldBe(new PixelDifference(0, 1200, 0, null));

    [Fact]
    public void Between_FindsOnePixelThatIsOffByOne()
    {
        RgbPicture other = Grey();
        other.Pixels[((7 * 40) + 11) * 3] += 1;

        PixelCompare.Between(Grey(), other).ShouldBe(new PixelDifference(1, 1200, 1, new Area(11, 7, 1, 1)));
    }

    [Fact]
    public void Between_LeavesAreasOut()
    {
        RgbPicture other = Grey();
        other.Pixels[((7 * 40) + 11) * 3] += 1;

        PixelCompare.Between(Grey(), other, new Area(10, 5, 4, 4)).ShouldBe(new PixelDifference(0, 1184, 0, null));
    }

    [Fact]
    public void Between_DiffersThroughout_WhenTheSizesDiffer() =>
        PixelCompare.Between(Grey(), RgbPicture.Filled(30, 40, 90, 90, 90)).Different.ShouldBe(1200);

    [Fact]
    public void Png_KeepsEveryPixel()
    {
        using TemporaryFolder folder = new();
        RgbPicture picture = Grey();
        (picture.Pixels[0], picture.Pixels[1], picture.Pixels[2]) = (255, 1, 128);

        picture.SavePng(folder.Below("picture.png"));

        PixelCompare.Between(picture, RgbPicture.FromPng(File.ReadAllBytes(folder.Below("picture.png")))).IsNone.ShouldBeTrue();
        picture.At(0, 0).ShouldBe(((byte)255, (byte)1, (byte)128));
    }

    private static RgbPicture Grey() => RgbPicture.Filled(40, 30, 90, 90, 90);
}
