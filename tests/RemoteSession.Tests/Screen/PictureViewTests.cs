using ServiceDesk.Remote.Screen;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class PictureViewTests
{
    [Theory]
    [InlineData(31, 4, 2, 16)] // one byte short
    [InlineData(32, 4, 2, 15)] // stride shorter than a row
    [InlineData(32, 4, 0, 16)]
    [InlineData(int.MaxValue / 64, 16384, 4096, int.MaxValue)]
    public void PictureView_Throws_WhenSizesDoNotFit(int bytes, int width, int height, int stride) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PictureView(new byte[bytes], width, height, stride));

    [Fact]
    public void Pixels_GivesTheRow_WhenStrideIsLonger()
    {
        byte[] pixels = new byte[20];
        pixels[12] = 0x11; // blue of the first pixel in the second row
        new PictureView(pixels, 2, 2, 12).Pixels(0, 1, 2).ToArray().ShouldBe([0x11u, 0u]);
    }
}
