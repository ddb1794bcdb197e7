using System.Runtime.InteropServices;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;

namespace ServiceDesk.CustomerAgent.Tests.Screens.Masking;

public sealed class MaskTests
{
    private static readonly Area Whole = new(0, 0, 100, 50);

    private readonly FakeTimeProvider _time = new();
    private readonly Mask _mask;

    public MaskTests() => _mask = new Mask(_time);

    [Fact]
    public void Seen_IsEverythingButOurWindows_FromTheFirstPictureOn()
    {
        Region seen = See(Own(1, new Area(10, 10, 20, 20)));
        seen.Holds(9, 9).ShouldBeTrue();
        seen.Holds(10, 10).ShouldBeFalse();
        seen.Holds(29, 29).ShouldBeFalse();
        seen.Holds(30, 30).ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "70")]
    public void Seen_LeavesOutWhereAWindowJustWas_UntilItHasBeenAwayLongEnough()
    {
        See(Own(1, new Area(10, 10, 20, 20)));
        See(Own(1, new Area(60, 10, 20, 20))).Holds(15, 15).ShouldBeFalse();
        _time.Advance(Mask.Linger - TimeSpan.FromMilliseconds(1));
        _mask.IsRunningOut.ShouldBeFalse();
        See(Own(1, new Area(60, 10, 20, 20))).Holds(15, 15).ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _mask.IsRunningOut.ShouldBeTrue();
        See(Own(1, new Area(60, 10, 20, 20))).Holds(15, 15).ShouldBeTrue();
        _mask.IsRunningOut.ShouldBeFalse();
    }

    [Fact]
    [Trait("Abuse", "70")]
    public void Seen_LeavesOutWhereAWindowWasBetweenTwoPictures()
    {
        See(Own(1, new Area(10, 10, 20, 20)));
        _mask.Moved(Own(1, new Area(40, 10, 10, 10)), new Area(10, 10, 20, 20));
        See(Own(1, new Area(60, 10, 20, 20))).Holds(45, 15).ShouldBeFalse();
        _time.Advance(Mask.Linger);
        See(Own(1, new Area(60, 10, 20, 20))).Holds(45, 15).ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "70")]
    public void Seen_LeavesOutWhatAChosenWindowCoversAnew_UntilItIsSurelyDrawn()
    {
        _mask.Choice = new SomeWindows(new HashSet<nuint> { 1 });
        var window = new DesktopWindow(1, new Area(10, 10, 20, 20), IsOwn: false, 1);
        See(window).Holds(29, 15).ShouldBeTrue();
        _mask.Moved(window with { Area = new Area(60, 10, 20, 20) }, window.Area);
        _mask.Moved(window, new Area(60, 10, 20, 20));
        See(window).Areas.ShouldBeEmpty();
        _time.Advance(Mask.Linger);
        _mask.Moved(window with { Area = new Area(12, 10, 20, 20) }, window.Area);
        Region moved = See(window with { Area = new Area(12, 10, 20, 20) });
        moved.Holds(29, 15).ShouldBeTrue();
        moved.Holds(31, 15).ShouldBeFalse();
    }

    [Fact]
    public void Seen_IsNothing_WhenWindowsMovedMoreOftenThanCanBeKept()
    {
        See();
        for (int i = 0; i < 2000; i++)
            _mask.Moved(Own(1, new Area(10, 10, 1, 1)), default);
        See().Areas.ShouldBeEmpty();
        _time.Advance(Mask.Linger);
        See().Holds(50, 25).ShouldBeTrue();
    }

    [Fact]
    public void Paint_LeavesSeenPixelsAsTheyAre_AndPaintsTheOthersPlain()
    {
        const int Stride = (100 * 4) + 8;
        var pixels = new byte[Stride * 50];
        pixels.AsSpan().Fill(0x11);
        Mask.Paint(pixels, Stride, Whole, Region.Of(new Area(10, 10, 20, 20)));
        for (int y = 0; y < 50; y++)
        {
            ReadOnlySpan<uint> row = MemoryMarshal.Cast<byte, uint>(pixels.AsSpan(y * Stride, 100 * 4));
            for (int x = 0; x < 100; x++)
                row[x].ShouldBe(x is >= 10 and < 30 && y is >= 10 and < 30 ? 0x11111111u : Mask.Colour);
        }
    }

    private static DesktopWindow Own(nuint id, Area area) => new(id, area, IsOwn: true, id);

    private Region See(params DesktopWindow[] windows) => _mask.Seen(new Desktop(Whole, windows), _mask.Choice);
}
