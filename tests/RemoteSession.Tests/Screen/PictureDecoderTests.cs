using System.IO.Compression;
using System.Text.Json;
using CsCheck;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;
using ServiceDesk.RemoteSession.Tests.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class PictureDecoderTests
{
    private const int MaxPixels = 1280 * 800;

    [Fact]
    public void Apply_PaintsTheTiles_WhenFrameIsTheVectors()
    {
        JsonElement vector = WireVectors.Messages.First(vector => vector.Text("name") == "FrameUpdate");
        var decoder = new PictureDecoder(MaxPixels);
        decoder.Apply((FrameUpdate)AgentMessage.Read(vector.Bytes("hex"))).ShouldBeTrue();

        byte[] inflated = vector.GetProperty("fields").Bytes("inflated");
        Pixels(decoder, 0, 0, 1).ShouldBe(inflated[..3]);
        Pixels(decoder, 63, 63, 1).ShouldBe(inflated[..3]);
        Pixels(decoder, 64, 0, 2).ShouldBe(inflated[3..9]);
        Pixels(decoder, 64, 1, 2).ShouldBe(inflated[9..15]);
        Pixels(decoder, 66, 0, 1).ShouldBe([0, 0, 0]);
    }

    [Fact]
    [Trait("Abuse", "36")]
    public void Apply_ThrowsOnlyWireFormat_WhenFrameIsMutated()
    {
        JsonElement vector = WireVectors.Messages.First(vector => vector.Text("name") == "FrameUpdate");
        Gen.Select(Gen.Int[1, 46], Gen.Byte).Array[1, 3].Sample(changes =>
        {
            byte[] plain = vector.Bytes("hex");
            foreach ((int place, byte value) in changes) plain[place] = value;
            return IsTotal(new PictureDecoder(MaxPixels), plain);
        });
    }

    [Fact]
    [Trait("Abuse", "36")]
    public void Apply_ThrowsOnlyWireFormat_WhenPayloadIsRandom() =>
        Gen.Byte.Array[0, 200].Sample(payload => IsTotal(new PictureDecoder(MaxPixels), Plain(payload)));

    [Fact]
    [Trait("Abuse", "36")]
    public void Apply_Throws_WhenPictureIsLargerThanAllowed()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<WireFormatException>(() => new PictureDecoder(MaxPixels).Apply(
            new FrameUpdate(1, FrameFlags.All, 8192, 8192, default, default)));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(13)]
    public void Apply_Throws_WhenPayloadIsNotExactlyTheData(int length) =>
        Should.Throw<WireFormatException>(() => new PictureDecoder().Apply(Frame(1, FrameFlags.All, Deflate(new byte[length]))));

    [Fact]
    public void Apply_Throws_WhenFirstFrameIsNotWhole() =>
        Should.Throw<WireFormatException>(() => new PictureDecoder().Apply(Frame(1, FrameFlags.Last, Deflate(new byte[12]))));

    [Theory]
    [InlineData(2u, FrameFlags.Last)]
    [InlineData(1u, FrameFlags.All)]
    public void Apply_Throws_WhenPartDoesNotContinueTheFrame(uint frame, FrameFlags flags)
    {
        var decoder = new PictureDecoder();
        decoder.Apply(Frame(1, FrameFlags.WholePicture, Deflate(new byte[12]))).ShouldBeFalse();
        Should.Throw<WireFormatException>(() => decoder.Apply(Frame(frame, flags, Deflate(new byte[12]))));
    }

    [Fact]
    public void Apply_DropsTheUnfinishedFrame_WhenAWholeOneTakesItsPlace()
    {
        var decoder = new PictureDecoder();
        decoder.Apply(Frame(1, FrameFlags.WholePicture, Deflate([.. Enumerable.Repeat((byte)9, 12)]))).ShouldBeFalse();
        decoder.Apply(new FrameUpdate(2, FrameFlags.All, 1, 2, default, Deflate([]))).ShouldBeTrue();
        decoder.Rgb.ToArray().ShouldBe(new byte[6]);
    }

    [Fact]
    public void Apply_StartsFromBlack_WhenPictureIsWholeAndSmaller()
    {
        var decoder = new PictureDecoder();
        decoder.Apply(Frame(1, FrameFlags.All, Deflate([.. Enumerable.Repeat((byte)9, 12)])));
        decoder.Apply(new FrameUpdate(2, FrameFlags.All, 1, 2, default, Deflate([]))).ShouldBeTrue();
        decoder.Rgb.ToArray().ShouldBe(new byte[6]);
    }

    private static bool IsTotal(PictureDecoder decoder, byte[] plain)
    {
        try
        {
            if (AgentMessage.Read(plain) is FrameUpdate frame) decoder.Apply(frame);
        }
        catch (WireFormatException)
        {
            // The one refusal there may be.
        }

        return decoder.Width * decoder.Height <= MaxPixels;
    }

    private static byte[] Plain(byte[] payload)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Frame(1, FrameFlags.All, payload).Write(output);
        return output.WrittenSpan.ToArray();
    }

    private static FrameUpdate Frame(uint frame, FrameFlags flags, byte[] payload) =>
        new(frame, flags, 2, 2, new TileHeader[] { new(0, 0, 2, 2, TileCode.Pixels) }, payload);

    private static byte[] Deflate(byte[] data)
    {
        var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Fastest)) deflate.Write(data);
        return output.ToArray();
    }

    private static byte[] Pixels(PictureDecoder decoder, int x, int y, int count) =>
        decoder.Rgb.Slice(((y * decoder.Width) + x) * 3, count * 3).ToArray();
}
