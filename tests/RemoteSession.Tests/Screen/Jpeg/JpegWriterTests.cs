using CsCheck;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Screen.Jpeg;
using ServiceDesk.RemoteSession.Tests.Screen.Decoding;

namespace ServiceDesk.RemoteSession.Tests.Screen.Jpeg;

public class JpegWriterTests
{
    [Theory]
    [InlineData(95, 1.5)]
    [InlineData(85, 2.5)]
    [InlineData(84, 3)]
    [InlineData(50, 4)]
    [InlineData(30, 5)]
    public void Write_GivesNearlyThePhoto_AtEveryQuality(int quality, double distance)
    {
        TestPicture picture = new TestPicture(320, 240).Photo(0, 0, 320, 240);
        Distance(picture, new Patch(0, 0, 320, 240), quality).ShouldBeLessThan(distance);
    }

    [Fact]
    public void Write_GivesAJpegOfThatSize_WhenSizeIsAny() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 70], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[1, 100]).Sample((width, height, x, y, quality) =>
        {
            TestPicture picture = new TestPicture(100, 100).Photo(0, 0, 100, 100);
            return Distance(picture, new Patch(x, y, width, height), quality) < 60;
        }, iter: 200);

    [Fact]
    public void Write_IsNeverTooLong_WhenPictureIsNoise()
    {
        SentPicture sent = TileDifferenceTests.Sent(new TestPicture(640, 384).Noise(3));
        var writer = new JpegWriter();
        writer.Write(sent, new Patch(0, 0, 640, 384), 100);
        writer.Written.Length.ShouldBeGreaterThan(400_000);
    }

    private static double Distance(TestPicture picture, Patch patch, int quality)
    {
        var writer = new JpegWriter();
        SentPicture sent = TileDifferenceTests.Sent(picture);
        writer.Write(sent, patch, quality);
        var canvas = new Canvas(new TileGrid(patch.Width, patch.Height));
        PhotoDecoder.Paint(canvas, patch with { X = 0, Y = 0 }, writer.Written.ToArray());
        double sum = 0;
        byte[] shown = canvas.Rgb();
        for (int y = 0, at = 0; y < patch.Height; y++)
            foreach (uint pixel in sent.Row(patch.X, patch.Y + y, patch.Width))
                for (int shift = 16; shift >= 0; shift -= 8) sum += Math.Abs(shown[at++] - (int)((pixel >> shift) & 255));
        return sum / shown.Length;
    }
}
