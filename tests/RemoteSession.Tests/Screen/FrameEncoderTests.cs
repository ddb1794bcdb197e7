using CsCheck;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class FrameEncoderTests
{
    private static readonly Gen<(int X, int Y, int Width, int Height, uint Colour)> Rectangles =
        Gen.Select(Gen.Int[-20, 200], Gen.Int[-20, 150], Gen.Int[1, 120], Gen.Int[1, 90], Gen.UInt[0, 0xFFFFFF]);

    [Fact]
    public void Parts_GiveThePicture_WhenFramesAndSizesAreRandom() =>
        Gen.Select(TestPicture.Sizes, Gen.UInt, Rectangles.Array[0, 4].Array[1, 4]).Array[1, 3].Sample(screens =>
        {
            var encoder = new FrameEncoder();
            var decoder = new PictureDecoder();
            uint frame = 0;
            foreach (((int width, int height), uint seed, var steps) in screens)
            {
                var sent = new TestPicture(width, height);
                if (seed % 2 == 0) sent.Noise(seed);
                encoder.StartWhole(++frame, sent.View.Grid);
                Transfer(encoder, decoder, sent);
                decoder.Rgb.SequenceEqual(sent.Rgb).ShouldBeTrue();
                foreach (var step in steps)
                {
                    TestPicture now = sent.Copy().ChangeFourthBytes();
                    foreach (var r in step) now.Fill(r.X, r.Y, r.Width, r.Height, r.Colour);
                    int[] changed = TileDifferenceTests.Find(sent, now);
                    if (changed.Length == 0) continue;
                    encoder.Start(++frame, now.View.Grid, changed);
                    Transfer(encoder, decoder, now);
                    decoder.Rgb.SequenceEqual(now.Rgb).ShouldBeTrue();
                    sent = now;
                }
            }
        }, iter: 60);

    [Fact]
    public void Parts_StayBelowTheLimitAndGiveThePicture_WhenPictureIsLargeAndNoise()
    {
        TestPicture picture = new TestPicture(1000, 700).Noise(42);
        var encoder = new FrameEncoder();
        var decoder = new PictureDecoder();
        encoder.StartWhole(9, picture.View.Grid);
        List<FrameUpdate> parts = Transfer(encoder, decoder, picture);

        decoder.Rgb.SequenceEqual(picture.Rgb).ShouldBeTrue();
        parts.Count.ShouldBeInRange(9, 11); // 2.1 MB of noise: each part is nearly full
        parts.ShouldAllBe(part => part.Frame == 9);
        parts.Select(part => part.Flags).ShouldBe([FrameFlags.WholePicture, .. Enumerable.Repeat(FrameFlags.None, parts.Count - 2), FrameFlags.Last]);
    }

    [Fact]
    public void Parts_AreOne_WhenPictureIsLargeAndPlain()
    {
        TestPicture picture = new TestPicture(1920, 1080).Fill(100, 100, 700, 500, 0xFFFFFF);
        for (int y = 110; y < 590; y += 3) picture.Fill(110 + (y % 7), y, 600, 1, 0x102030);
        var encoder = new FrameEncoder();
        var decoder = new PictureDecoder();
        encoder.StartWhole(1, picture.View.Grid);
        Transfer(encoder, decoder, picture).Count.ShouldBe(1);
        decoder.Rgb.SequenceEqual(picture.Rgb).ShouldBeTrue();
    }

    [Fact]
    public void TryNextPart_AllocatesLittle_WhenBuffersAreWarm()
    {
        TestPicture picture = new TestPicture(1000, 700).Noise(3);
        var encoder = new FrameEncoder();
        Encode(encoder, picture);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int parts = Encode(encoder, picture);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(parts * 12 * 1024); // a deflate stream with its 8 KiB
    }

    [Fact]
    public void Start_Throws_WhenNothingChangedOrAFrameIsOpen()
    {
        var encoder = new FrameEncoder();
        Should.Throw<ArgumentException>(() => encoder.Start(1, new TileGrid(1, 1), []));
        encoder.StartWhole(1, new TileGrid(1, 1));
        Should.Throw<InvalidOperationException>(() => encoder.StartWhole(2, new TileGrid(1, 1)));
    }

    [Fact]
    public void StartWhole_BeginsAnew_WhenTheFrameBeforeWasAbandonedHalfWay()
    {
        TestPicture picture = new TestPicture(1000, 700).Noise(3);
        var encoder = new FrameEncoder();
        encoder.StartWhole(1, picture.View.Grid);
        encoder.TryNextPart(picture.View, out _).ShouldBeTrue();
        encoder.Abandon();
        encoder.TryNextPart(picture.View, out _).ShouldBeFalse();

        encoder.StartWhole(2, picture.View.Grid);
        var decoder = new PictureDecoder();
        Transfer(encoder, decoder, picture).Count.ShouldBeGreaterThan(1);
        decoder.Rgb.SequenceEqual(picture.Rgb).ShouldBeTrue();
    }

    [Fact]
    public void TryNextPart_Throws_WhenPictureHasAnotherSize()
    {
        var encoder = new FrameEncoder();
        encoder.StartWhole(1, new TileGrid(2, 1));
        Should.Throw<ArgumentException>(() => encoder.TryNextPart(new TestPicture(1, 2).View, out _));
    }

    private static int Encode(FrameEncoder encoder, TestPicture picture)
    {
        int parts = 0;
        encoder.StartWhole(1, picture.View.Grid);
        while (encoder.TryNextPart(picture.View, out _)) parts++;
        return parts;
    }

    private static List<FrameUpdate> Transfer(FrameEncoder encoder, PictureDecoder decoder, TestPicture picture)
    {
        var parts = new List<FrameUpdate>();
        bool presented = false;
        while (encoder.TryNextPart(picture.View, out ReadOnlyMemory<byte> plain))
        {
            presented.ShouldBeFalse();
            plain.Length.ShouldBeLessThanOrEqualTo(WireLimits.FromAgent);
            parts.Add((FrameUpdate)AgentMessage.Read(plain.ToArray()));
            presented = decoder.Apply(parts[^1]);
        }

        presented.ShouldBeTrue();
        return parts;
    }
}
