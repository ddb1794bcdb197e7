using CsCheck;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.RemoteSession.Tests.Screen;

public class FrameEncoderTests
{
    [Fact]
    public void Frames_GiveThePicture_WhenScreensAreRandom() =>
        Gen.Select(Scenes.Sizes, Gen.Select(Scenes.Steps.Array[1, 3], Gen.Int[0, 800], Gen.Int[0, 9]).Array[1, 12]).Array[1, 3].Sample(screens =>
        {
            using var transfer = new Transfer();
            foreach (((int width, int height), var frames) in screens)
            {
                var picture = new TestPicture(width, height);
                var seen = new List<TestPicture>();
                transfer.Send(picture);
                foreach ((var steps, int wait, int flip) in frames)
                {
                    transfer.Now += TimeSpan.FromMilliseconds(wait);
                    seen.Add(picture);
                    picture = flip < seen.Count && flip < 4 ? seen[flip].Copy() : steps.Aggregate(picture.Copy(), (now, step) => step(now));
                    transfer.Send(picture);
                    if (!transfer.Shows(picture)) return false;
                }
            }

            return transfer.Encoder.IsExact;
        }, iter: 400);

    [Fact]
    public void Frames_BecomeThePicture_WhenPhotosAreRoughAtFirst() =>
        Gen.Select(Gen.Select(Gen.Int[64, 300], Gen.Int[64, 260]), Gen.Int[30, 95], Gen.Select(Scenes.Photos.Array[1, 3], Gen.Int[0, 300], Gen.Bool).Array[1, 10]).Sample((size, quality, frames) =>
        {
            using var transfer = new Transfer();
            var picture = new TestPicture(size.Item1, size.Item2);
            foreach ((var steps, int wait, bool holds) in frames)
            {
                transfer.Now += TimeSpan.FromMilliseconds(wait);
                picture = steps.Aggregate(picture.Copy(), (now, step) => step(now));
                transfer.Request = new FrameRequest { PhotoQuality = quality, RefinementBytes = wait * 200, HoldsVideo = holds };
                transfer.Send(picture);
            }

            transfer.Request = new FrameRequest { PhotoQuality = quality, RefinementBytes = 40_000 };
            for (int i = 0; i < 30 && !transfer.Encoder.IsExact; i++)
            {
                transfer.Now += TimeSpan.FromMilliseconds(150);
                transfer.Send(picture);
            }

            return transfer.Encoder.IsExact && transfer.Encoder.RefinementDue is null && transfer.Shows(picture);
        }, iter: 300);

    [Fact]
    public void Photo_IsRoughAtFirstAndExactAfterRest_WhenItIsLarge()
    {
        using var transfer = new Transfer { Request = new FrameRequest { PhotoQuality = 60, RefinementBytes = 1_000_000 } };
        TestPicture picture = new TestPicture(400, 300).Photo(50, 40, 256, 192).Text(10, 10, "beside a photo");
        transfer.Send(picture);
        transfer.Encoder.IsExact.ShouldBeFalse();
        transfer.Shows(picture).ShouldBeFalse();
        transfer.Distance(picture).ShouldBeLessThan(3);
        transfer.Encoder.RefinementDue.ShouldBe(TimeSpan.FromMilliseconds(150));

        transfer.Now = TimeSpan.FromMilliseconds(149);
        transfer.Send(picture).ShouldBeEmpty();
        transfer.Now = TimeSpan.FromMilliseconds(150);
        transfer.Send(picture).ShouldNotBeEmpty();
        transfer.Encoder.IsExact.ShouldBeTrue();
        transfer.Shows(picture).ShouldBeTrue();
    }

    [Fact]
    public void Text_GoesFirst_WhenVideoIsHeld()
    {
        using var transfer = new Transfer { Request = new FrameRequest { PhotoQuality = 60 } };
        var picture = new TestPicture(400, 300);
        for (int frame = 0; frame < 6; frame++)
        {
            picture = picture.Copy().Photo(128, 64, 192, 192, frame);
            transfer.Now += TimeSpan.FromMilliseconds(40);
            transfer.Send(picture);
        }

        transfer.Request = transfer.Request with { HoldsVideo = true };
        picture = picture.Copy().Photo(128, 64, 192, 192, 7).Text(10, 10, "typed");
        transfer.Now += TimeSpan.FromMilliseconds(40);
        transfer.Send(picture).Sum(part => part.Piece.Length + part.Blobs.Length).ShouldBeLessThan(400);
        transfer.Encoder.IsExact.ShouldBeFalse();
        transfer.Request = transfer.Request with { HoldsVideo = false };
        transfer.Send(picture).Sum(part => part.Blobs.Length).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Parts_StayBelowTheLimitAndGiveThePicture_WhenPictureIsLargeAndNoise()
    {
        TestPicture picture = new TestPicture(1000, 700).Noise(42);
        using var transfer = new Transfer();
        List<FrameUpdate> parts = transfer.Send(picture);

        transfer.Shows(picture).ShouldBeTrue();
        parts.Count.ShouldBeInRange(9, 12); // 2.1 MB of noise: each part is nearly full
        parts.ShouldAllBe(part => part.Frame == 1);
        parts.Select(part => part.Flags).ShouldBe([FrameFlags.WholePicture, .. Enumerable.Repeat(FrameFlags.None, parts.Count - 2), FrameFlags.Last]);
    }

    [Fact]
    public void Frame_IsOnePart_WhenPictureIsWholeAndBlack()
    {
        using var transfer = new Transfer();
        transfer.Send(new TestPicture(300, 200)).Single().Flags.ShouldBe(FrameFlags.All);
        transfer.Shows(new TestPicture(300, 200)).ShouldBeTrue();
    }

    [Fact]
    public void TryStart_GivesFalse_WhenNothingChanged()
    {
        using var transfer = new Transfer();
        TestPicture picture = new TestPicture(300, 200).Text(10, 10, "nothing changed");
        transfer.Send(picture);
        transfer.Send(picture.Copy().ChangeFourthBytes()).ShouldBeEmpty();
        transfer.Send(picture, whole: true).Single().Flags.ShouldBe(FrameFlags.All);
    }

    [Fact]
    public void TryStart_Throws_WhenAFrameIsOpen()
    {
        using var encoder = new FrameEncoder();
        encoder.TryStart(new TestPicture(1, 1).View, new FrameRequest(1, TimeSpan.Zero)).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => encoder.TryStart(new TestPicture(1, 1).View, new FrameRequest(2, TimeSpan.Zero)));
    }

    [Fact]
    public void TryStart_BeginsAnew_WhenTheFrameBeforeWasAbandonedHalfWay()
    {
        using var transfer = new Transfer();
        transfer.Send(new TestPicture(1000, 700).Text(10, 10, "before"));
        TestPicture picture = new TestPicture(1000, 700).Noise(3);
        transfer.Encoder.TryStart(picture.View, transfer.Request with { Frame = 2 }).ShouldBeTrue();
        transfer.Encoder.TryNextPart(out _).ShouldBeTrue();
        transfer.Encoder.Abandon();
        transfer.Encoder.TryNextPart(out _).ShouldBeFalse();

        transfer.Send(picture)[0].Flags.ShouldBe(FrameFlags.WholePicture);
        transfer.Shows(picture).ShouldBeTrue();
    }

    [Fact]
    public void Frame_IsSmall_WhenTextScrolls()
    {
        using var transfer = new Transfer();
        transfer.Send(Page(0));
        for (int line = 3; line < 60; line += 3)
        {
            transfer.Now += TimeSpan.FromMilliseconds(33);
            long before = transfer.Bytes;
            transfer.Send(Page(line));
            transfer.Shows(Page(line)).ShouldBeTrue();
            if (line > 15) (transfer.Bytes - before).ShouldBeLessThan(1000);
        }
    }

    [Fact]
    public void Frame_IsSmall_WhenAWindowIsDragged()
    {
        using var transfer = new Transfer();
        TestPicture photo = new TestPicture(200, 160).Noise(5);
        for (int i = 0; i < 20; i++)
        {
            var desktop = new TestPicture(600, 400).Fill(0, 0, 600, 400, 0x205070);
            for (int y = 0; y < 160; y++)
                for (int x = 0; x < 200; x++) desktop.Fill(30 + (i * 9) + x, 20 + (i * 5) + y, 1, 1, photo.View.Pixels(x, y, 1)[0] & 0xFFFFFF);
            long before = transfer.Bytes;
            transfer.Now += TimeSpan.FromMilliseconds(16);
            transfer.Send(desktop);
            transfer.Shows(desktop).ShouldBeTrue();
            if (i > 0) (transfer.Bytes - before).ShouldBeLessThan(250);
        }
    }

    [Fact]
    public void Frame_IsSmall_WhenAScreenIsShownAgain()
    {
        using var transfer = new Transfer();
        TestPicture first = Page(0), second = Page(100);
        foreach (TestPicture picture in new[] { first, second })
        {
            transfer.Send(picture);
            transfer.Now += TimeSpan.FromSeconds(1);
        }

        foreach (TestPicture picture in new[] { first, second, first })
        {
            long before = transfer.Bytes;
            transfer.Send(picture);
            transfer.Now += TimeSpan.FromSeconds(1);
            transfer.Shows(picture).ShouldBeTrue();
            (transfer.Bytes - before).ShouldBeLessThan(600);
        }
    }

    private static TestPicture Page(int line)
    {
        TestPicture page = new TestPicture(640, 480).Fill(0, 0, 640, 480, 0xFFFFFF);
        for (int i = 0; i < 30; i++) page.Text(8, i * 16, $"{line + i:000} line {(line + i) * 7919 % 1000} of a text that is {(line + i) * 31 % 97} words long");
        return page;
    }
}
