using System.Security.Cryptography;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Tests.Screens;

/// <summary>A screen of noise: each of its frames needs many parts, and a test can do something while one is under way.</summary>
internal sealed class NoisyScreen : IScreen
{
    private const int Width = 1600, Height = 1200;

    private readonly byte[] _pixels = Noise();
    private int _looks;

    /// <summary>Runs before the second part of a frame goes.</summary>
    public Action? InMidFrame { get; set; }

    public bool IsStale
    {
        get
        {
            if (++_looks == 2)
                InMidFrame?.Invoke();
            return field;
        }
        set;
    }

    public PictureView Picture => new(_pixels, Width, Height, Width * PictureView.PixelBytes);

    public Area Read => new(0, 0, Width, Height);

    public bool MayHaveChanged() => false;

    public Task WhenChangedAsync() => new TaskCompletionSource().Task;

    public bool TryCapture()
    {
        (_looks, IsStale) = (0, false);
        return true;
    }

    public (int X, int Y) Pointer() => (1, 1);

    public void Dispose()
    {
    }

    // Of few colours: a photo would go over roughly first.
    private static byte[] Noise()
    {
        byte[] pixels = RandomNumberGenerator.GetBytes(Width * Height * PictureView.PixelBytes);
        for (int i = 0; i < pixels.Length; i += PictureView.PixelBytes)
            (pixels[i + 1], pixels[i + 2]) = (pixels[i] &= 0xF8, 0);
        return pixels;
    }
}
