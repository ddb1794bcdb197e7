using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class TileEncoderTests
{
    private readonly byte[] _data = new byte[TileEncoder.RoomBytes];

    [Fact]
    public void Encode_WritesOneColour_WhenTileHasOne()
    {
        TestPicture picture = new TestPicture(67, 65).Fill(0, 0, 67, 65, 0x0A141E);
        TileEncoder.Encode(picture.View, picture.View.Grid[3], _data, out int length).ShouldBe(TileCode.Fill);
        _data[..length].ShouldBe([0x0A, 0x14, 0x1E]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(63, 63)]
    [InlineData(62, 63)]
    public void Encode_WritesPixels_WhenOneDiffers(int x, int y)
    {
        TestPicture picture = new TestPicture(64, 64).Fill(x, y, 1, 1, 0x000001);
        TileEncoder.Encode(picture.View, picture.View.Grid[0], _data, out int length).ShouldBe(TileCode.Pixels);
        _data[..length].ShouldBe(picture.Rgb);
    }

    [Fact]
    public void Encode_Throws_WhenRoomIsShort() => Should.Throw<ArgumentOutOfRangeException>(
        () => TileEncoder.Encode(new TestPicture(1, 1).View, new Tile(0, 0, 1, 1), new byte[3], out _));
}
