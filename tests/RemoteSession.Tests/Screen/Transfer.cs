using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;
using ServiceDesk.RemoteSession.Tests.Screen.Decoding;

namespace ServiceDesk.RemoteSession.Tests.Screen;

/// <summary>An encoder and a decoder with nothing but messages between them, and a clock that only the test moves.</summary>
internal sealed class Transfer : IDisposable
{
    public FrameEncoder Encoder { get; } = new();

    public PictureDecoder Decoder { get; } = new();

    public TimeSpan Now { get; set; }

    public FrameRequest Request { get; set; } = new() { PhotoQuality = 0 };

    public uint Frame { get; private set; }

    /// <summary>Bytes of all messages so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Sends a frame.</summary>
    /// <returns>Its parts; none when there was nothing to send.</returns>
    public List<FrameUpdate> Send(TestPicture picture, bool whole = false)
    {
        var parts = new List<FrameUpdate>();
        if (!Encoder.TryStart(picture.View, Request with { Frame = ++Frame, Now = Now, Whole = whole })) return parts;
        bool presented = false;
        while (Encoder.TryNextPart(out ReadOnlyMemory<byte> plain))
        {
            presented.ShouldBeFalse();
            plain.Length.ShouldBeLessThanOrEqualTo(WireLimits.FromAgent);
            Bytes += plain.Length;
            parts.Add((FrameUpdate)WireMessage.ReadFromAgent(plain.ToArray()));
            presented = Decoder.Apply(parts[^1]);
        }

        presented.ShouldBeTrue();
        return parts;
    }

    /// <summary>Whether the decoder shows this picture, pixel by pixel.</summary>
    public bool Shows(TestPicture picture) => Decoder.Rgb.AsSpan().SequenceEqual(picture.Rgb);

    /// <summary>How far what the decoder shows is from this picture: the mean difference of a colour's level, of 255.</summary>
    public double Distance(TestPicture picture) => Decoder.Rgb.Zip(picture.Rgb, (shown, meant) => Math.Abs(shown - meant)).Average();

    public void Dispose()
    {
        Encoder.Dispose();
        Decoder.Dispose();
    }
}
