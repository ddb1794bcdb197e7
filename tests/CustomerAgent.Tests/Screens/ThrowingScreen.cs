using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Tests.Screens;

/// <summary>A small grey screen that can be broken.</summary>
internal sealed class ThrowingScreen : IScreen
{
    private readonly byte[] _pixels = Enumerable.Repeat((byte)0x80, 64 * 64 * PictureView.PixelBytes).ToArray();

    /// <summary>Whether the screen can still be read.</summary>
    public bool Works { get; set; } = true;

    /// <summary>How often it was read.</summary>
    public int Captured { get; private set; }

    public PictureView Picture => new(_pixels, 64, 64, 64 * PictureView.PixelBytes);

    public Area Read => new(0, 0, 64, 64);

    public Task WhenChangedAsync() => Task.CompletedTask;

    public bool MayHaveChanged() => Works ? true : throw new InvalidOperationException("The screen went away.");

    public bool TryCapture()
    {
        Captured++;
        return true;
    }

    public bool IsStale => false;

    public (int X, int Y) Pointer() => (1, 1);

    public void Dispose() => Works = false;
}
