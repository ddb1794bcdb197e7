using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Pump;

/// <summary>A frame of many parts, and what comes between them.</summary>
public sealed class FramePumpTests : IAsyncLifetime
{
    private readonly NoisyScreen _screen = new();
    private FakeDesk _desk = null!;
    private AgentInProcess _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await FakeDesk.StartAsync();
        _agent = new AgentInProcess(_desk, _screen, new RecordingInput());
        await _agent.BecomeActiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("choice")]
    [InlineData("end")]
    public async Task Frame_IsNotFinished_WhenItMayNotBeSeenAnyMore(string why)
    {
        int whole = _desk.Viewer.Frames, parts = Parts(1);
        var happened = new TaskCompletionSource();
        _screen.InMidFrame = () =>
        {
            _screen.InMidFrame = null;
            switch (why)
            {
                case "pause": _agent.Gate.Rest(PauseReason.ByCustomer); break;
                case "choice": _screen.IsStale = true; break;
                case "end": _agent.Ending.Hurry(); break;
            }
            happened.SetResult();
        };
        await _desk.Viewer.SendAsync(new WholePictureRequest());
        await happened.Task.WaitAsync(TestContext.Current.CancellationToken);
        if (why == "pause")
        {
            await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Paused(PauseReason.ByCustomer)), "the pause");
            await _agent.PassAsync(TimeSpan.FromSeconds(1));
            _desk.Viewer.Frames.ShouldBe(whole);
            _agent.Gate.Rest(PauseReason.Running);
        }
        await Shell.UntilAsync(() => why == "end" ? _desk.Viewer.Over : _desk.Viewer.Frames > whole, "a picture that may be seen, or the end");
        Parts(2).ShouldBeInRange(1, parts - 1);
        if (why == "end")
            _desk.Viewer.Frames.ShouldBe(whole);
        else
            Parts(3).ShouldBe(parts, "whole, and under a number of its own");
    }

    [Fact]
    public async Task Frames_GoOn_HoweverOftenOneWasGivenUp()
    {
        int given = 0;
        _screen.InMidFrame = () =>
        {
            if (given++ < 5)
                _screen.IsStale = true;
        };
        await _desk.Viewer.SendAsync(new WholePictureRequest());
        await Shell.UntilAsync(() => _desk.Viewer.Frames == 2, "a picture after five that were given up");
        _desk.Viewer.Received.OfType<FrameUpdate>().Last().Frame.ShouldBe(7u);
    }

    [Fact]
    public async Task Frame_IsWholeOnceASecond_HoweverOftenTheViewerAsks()
    {
        long start = _agent.Time.GetTimestamp();
        int before = _desk.Viewer.Frames;
        for (uint request = 1; request <= 40; request++)
        {
            await _desk.Viewer.SendAsync(new WholePictureRequest());
            await _desk.Viewer.SendAsync(new Ping(request));
            await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Pong(request)), "an answer");
        }
        (_desk.Viewer.Frames - before).ShouldBeLessThanOrEqualTo((int)_agent.Time.GetElapsedTime(start).TotalSeconds + 1);
        await _desk.Viewer.SendAsync(new WholePictureRequest());
        await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Pong(40)) && _desk.Viewer.Frames > before, "the first of them");
        int frames = _desk.Viewer.Frames;
        await _agent.PassAsync(TimeSpan.FromSeconds(1));
        await Shell.UntilAsync(() => _desk.Viewer.Frames > frames, "the last request is not forgotten");
    }

    private int Parts(uint frame) => _desk.Viewer.Received.OfType<FrameUpdate>().Count(update => update.Frame == frame);
}
