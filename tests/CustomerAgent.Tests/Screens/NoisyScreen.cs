using System.Security.Cryptography;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Tests.Screens;

/// <summary>A screen of noise: each of its frames needs many parts, and a test can do something while one is under way.</summary>
internal sealed class NoisyScreen : IScreen
{
    private const int Width = 1000, Height = 700;

    private readonly byte[] _pixels = RandomNumberGenerator.GetBytes(Width * Height * PictureView.PixelBytes);
    private int _looks;

    /// <summary>Runs at the fifth look at a picture: its frame has begun by then, and has not ended.</summary>
    public Action? InMidFrame { get; set; }

    public bool IsStale { get; set; }

    public PictureView Picture
    {
        get
        {
            if (++_looks == 5)
                InMidFrame?.Invoke();
            return new PictureView(_pixels, Width, Height, Width * PictureView.PixelBytes);
        }
    }

    public bool MayHaveChanged() => false;

    public bool TryCapture()
    {
        (_looks, IsStale) = (0, false);
        return true;
    }

    public (int X, int Y) Pointer() => (1, 1);

    public void Dispose()
    {
    }
}
