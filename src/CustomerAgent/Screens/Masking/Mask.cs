using System.Runtime.InteropServices;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>
/// Decides which pixels of a picture may leave this computer, and paints over all others. A pixel is shown only when it was
/// allowed all the time of the last <see cref="Linger"/>: a compositor, or a program that draws late, still shows what
/// lay there before. Used by one thread, but for <see cref="Choice"/>.
/// </summary>
internal sealed class Mask(TimeProvider time)
{
    /// <summary>How long a place stays masked after its window has left it.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(250);

    /// <summary>What stands where nothing is shown, 0xRRGGBB.</summary>
    public const uint Colour = 0x8A9596;

    private const int MostPlaces = 1024;

    private readonly Queue<(Region Region, long Until)> _before = [];
    private readonly Queue<(DesktopWindow Window, long Until)> _left = [];
    private Region? _now;
    private volatile Choice _choice = Choice.Everything;

    /// <summary>What the customer shows. May be set by any thread; holds from the next picture on.</summary>
    public Choice Choice
    {
        get => _choice;
        set => _choice = value;
    }

    /// <summary>A masked place becomes free just by time: the picture has to be read again though nothing was drawn.</summary>
    public bool IsRunningOut => _before.TryPeek(out var before) && IsOver(before.Until) || _left.TryPeek(out var left) && IsOver(left.Until);

    /// <summary>A window was at this place for a moment between two pictures.</summary>
    public void WasAt(DesktopWindow window)
    {
        if (window.Area.IsEmpty)
            return;
        if (_left.Count == MostPlaces)
        {
            _left.Clear(); // more than can be kept: then nothing is shown for the moment
            window = new DesktopWindow(0, new Area(0, 0, ushort.MaxValue, ushort.MaxValue), IsOwn: true, 0);
        }
        _left.Enqueue((window, Deadline));
    }

    /// <summary>What may be seen of a picture that was read when the desktop was like this.</summary>
    /// <param name="choice">The choice that the desktop was read for.</param>
    public Region Seen(Desktop desktop, Choice choice)
    {
        Forget();
        Region allowed = choice.On(desktop).Without(desktop.Windows.Where(window => window.IsOwn).Select(window => window.Area));
        if (_now is not null && !allowed.IsMadeAs(_now))
            _before.Enqueue((_now, Deadline));
        _now = allowed;
        Region seen = _before.Aggregate(allowed, (left, before) => left.Common(before.Region));
        return seen.Without(_left.Where(left => left.Window.IsOwn || !choice.Shows(left.Window)).Select(left => left.Window.Area));
    }

    /// <summary>Paints over every pixel that is not in the region.</summary>
    /// <param name="pixels">B G R X, rows of <paramref name="stride"/> bytes.</param>
    public static void Paint(Span<byte> pixels, int stride, Area whole, Region seen)
    {
        foreach (Area area in Region.Of(whole).Without(seen.Areas).Areas)
        {
            for (int y = area.Y; y < area.Bottom; y++)
                MemoryMarshal.Cast<byte, uint>(pixels.Slice((y * stride) + (area.X * PictureView.PixelBytes), area.Width * PictureView.PixelBytes)).Fill(Colour);
        }
    }

    private long Deadline => time.GetTimestamp() + (long)(Linger.TotalSeconds * time.TimestampFrequency);

    private bool IsOver(long until) => time.GetTimestamp() >= until;

    private void Forget()
    {
        while (_before.TryPeek(out var before) && IsOver(before.Until))
            _before.Dequeue();
        while (_left.TryPeek(out var left) && IsOver(left.Until))
            _left.Dequeue();
    }
}
