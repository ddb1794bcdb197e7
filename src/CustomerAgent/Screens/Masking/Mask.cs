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
    private readonly Queue<(Area Place, long Until)> _unsure = [];
    private Region? _now;
    private volatile Choice _choice = Choice.Everything;

    /// <summary>What the customer shows. May be set by any thread; holds from the next picture on.</summary>
    public Choice Choice
    {
        get => _choice;
        set => _choice = value;
    }

    /// <summary>A window is gone for good. Its number may come again and mean another, which nobody has chosen.</summary>
    public void Gone(nuint program)
    {
        Choice now = _choice;
        if (now is SomeWindows windows && windows.Programs.Contains(program))
            _ = Interlocked.CompareExchange(ref _choice, new SomeWindows(windows.Programs.Where(other => other != program).ToHashSet()), now);
    }

    /// <summary>A masked place becomes free just by time: the picture has to be read again though nothing was drawn.</summary>
    public bool IsRunningOut => _before.TryPeek(out var before) && IsOver(before.Until) || _unsure.TryPeek(out var unsure) && IsOver(unsure.Until);

    /// <summary>
    /// A window came, went, moved, or changed its place among the others, maybe between two pictures. Of one that is shown
    /// only what it covers anew is unsure: it may not be drawn yet.
    /// </summary>
    /// <param name="window">The window as it is now.</param>
    /// <param name="before">The window as it was.</param>
    public void Moved(DesktopWindow window, DesktopWindow before)
    {
        if (window.IsOwn || !_choice.Shows(window))
            Doubt([before.Area, window.Area]);
        else if (window.Area == before.Area)
            Doubt([before.Area]);
        else
            Doubt(Region.Of(window.Area).Without(before.Solid.Areas).Areas);
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
        return seen.Without(_unsure.Select(unsure => unsure.Place));
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

    private void Doubt(IEnumerable<Area> places)
    {
        foreach (Area place in places.Where(place => !place.IsEmpty))
        {
            bool isTooMany = _unsure.Count == MostPlaces;
            if (isTooMany)
                _unsure.Clear(); // more than can be kept: then nothing is shown for the moment
            _unsure.Enqueue((isTooMany ? new Area(0, 0, ushort.MaxValue, ushort.MaxValue) : place, Deadline));
        }
    }

    private long Deadline => time.GetTimestamp() + (long)(Linger.TotalSeconds * time.TimestampFrequency);

    private bool IsOver(long until) => time.GetTimestamp() >= until;

    private void Forget()
    {
        while (_before.TryPeek(out var before) && IsOver(before.Until))
            _before.Dequeue();
        while (_unsure.TryPeek(out var unsure) && IsOver(unsure.Until))
            _unsure.Dequeue();
    }
}
