using Microsoft.Extensions.Time.Testing;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Tests.Pump;

public sealed class FlowWindowTests
{
    private readonly FakeTimeProvider _time = new();

    private FlowWindow Window => field ??= new FlowWindow(_time);

    [Fact]
    public void IsOpen_ForOneFrameOfAnySize_WhenNothingIsOnItsWay()
    {
        Window.IsOpen.ShouldBeTrue();
        Send(bytes: 8_000_000);
        Window.IsOpen.ShouldBeFalse();
        Window.Painted(1);
        Window.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void IsOpen_ForSixteenSmallFrames_AndNoMore()
    {
        for (int i = 0; i < 16; i++)
        {
            Window.IsOpen.ShouldBeTrue();
            Send(bytes: 100);
        }
        Window.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Painted_WidensTheWindow_WhileFramesArriveAsFastAsEver()
    {
        int before = FramesUntilFull(bytes: 4096);
        for (int i = 0; i < 10; i++)
            SendAndPaint(bytes: 4096, after: 100);
        FramesUntilFull(bytes: 4096).ShouldBeGreaterThan(before);
    }

    [Fact]
    public void Painted_NarrowsTheWindow_WhenFramesQueue_ButNeverShutsIt()
    {
        for (int i = 0; i < 10; i++)
            SendAndPaint(bytes: 4096, after: 100);
        int wide = FramesUntilFull(bytes: 4096);
        for (int i = 0; i < 40; i++)
            SendAndPaint(bytes: 4096, after: 400);
        FramesUntilFull(bytes: 4096).ShouldBeLessThan(wide);
        Window.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Rate_IsWhatTheLineTookBeyondItsShortestDelay()
    {
        SendAndPaint(bytes: 100, after: 100);
        Window.Rate.ShouldBe(0);
        for (int i = 0; i < 30; i++)
            SendAndPaint(bytes: 50_000, after: 200);
        Window.Rate.ShouldBe(500_000, tolerance: 5_000);
    }

    [Fact]
    public void GiveBack_LetsAnotherFrameGo_UnderANewNumber()
    {
        Send(bytes: 8_000_000);
        Window.GiveBack();
        Window.IsOpen.ShouldBeTrue();
        Window.Take().ShouldBe(2u);
    }

    [Fact]
    public void Reset_ForgetsWhatWasOnItsWay_AndTheNumbersGoOn()
    {
        Send(bytes: 8_000_000);
        Window.Reset();
        Window.IsOpen.ShouldBeTrue();
        Window.Take().ShouldBe(2u);
    }

    [Theory]
    [InlineData(3u)]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void Painted_Throws_ForAFrameThatIsNotOnItsWay(uint frame)
    {
        Send(bytes: 1);
        Send(bytes: 1);
        Window.Painted(1);
        Should.Throw<WireFormatException>(() => Window.Painted(frame));
    }

    private uint Send(int bytes)
    {
        uint frame = Window.Take();
        Window.Add(bytes);
        return frame;
    }

    private void SendAndPaint(int bytes, int after)
    {
        uint frame = Send(bytes);
        _time.Advance(TimeSpan.FromMilliseconds(after));
        Window.Painted(frame);
    }

    private int FramesUntilFull(int bytes)
    {
        int frames = 0;
        while (Window.IsOpen)
        {
            Send(bytes);
            frames++;
        }
        // Painted as fast as ever, so that only its width was looked at.
        for (int i = 0; i < frames; i++)
            Window.GiveBack();
        return frames;
    }
}
