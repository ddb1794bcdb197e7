using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>
/// Capture → encode → seal → send: at once when something is drawn, at most sixty times a second, and only while the line
/// keeps up. A screen on which nothing happens is left alone. What was sent roughly is made exact when the line has nothing
/// else to do; what the consultant just did goes before what plays like a video.
/// </summary>
internal sealed class FramePump(IScreen screen, InputGate gate, LineToViewer line, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(16);

    /// <summary>A pause, a choice, a size and a pointer that was put somewhere are noticed after this at the latest.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(100);

    private readonly FlowWindow _window = new(time);
    private readonly FrameEncoder _encoder = new();
    private readonly PointerReport _pointer = new(screen, line, time);
    private readonly Wake _wake = new();
    private readonly Patience _patience = new(time);
    private readonly long _began = time.GetTimestamp();
    private TileGrid _grid;
    private TimeSpan _next;
    private bool? _saidExact;
    private TimeSpan _nextWhole;
    private volatile bool _wholeWanted = true;
    private volatile bool _wholeAsked;

    private TimeSpan Now => time.GetElapsedTime(_began);

    /// <summary>The viewer has painted a frame.</summary>
    public void Painted(uint frame)
    {
        _window.Painted(frame);
        _wake.Up();
    }

    /// <summary>The viewer wants to begin anew; however often it says so, it does once a second.</summary>
    public void WantWhole()
    {
        _wholeAsked = true;
        _wake.Up();
    }

    /// <summary>The consultant pressed or moved something: what comes of it goes first.</summary>
    public void InputCame() => _patience.InputCame();

    /// <summary>Another line has taken the place of a lost one: what was on its way is gone, and a whole picture comes first.</summary>
    public void BeginAnew()
    {
        _window.Reset();
        _pointer.BeginAnew();
        _saidExact = null;
        _wholeWanted = true;
        _wake.Up();
    }

    /// <summary>Runs until the session has ended; that the line broke is for its listener to notice.</summary>
    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            while (!ended.IsCancellationRequested && gate.Allows(Grants.View))
            {
                Task woken = _wake.Next;
                if (!gate.HoldsPictures)
                {
                    HearWish();
                    await TrySendFrameAsync();
                    if (_grid != default && gate.Allows(Grants.View))
                        await _pointer.SendAsync(_grid);
                }
                await RestAsync(woken, ended);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The end of the session.
        }
        finally
        {
            _encoder.Dispose();
        }
    }

    private void HearWish()
    {
        if (!_wholeAsked || Now < _nextWhole)
            return;
        _wholeAsked = false;
        _wholeWanted = true;
        _nextWhole = Now + TimeSpan.FromSeconds(1);
    }

    private bool IsWanted => _wholeWanted || screen.MayHaveChanged() || IsRefinable || (_encoder.HasHeldBack && !_patience.HoldsVideo);

    // Only a line with nothing on its way has room for what is not urgent.
    private bool IsRefinable => _window.IsIdle && _encoder.RefinementDue <= Now;

    private async Task TrySendFrameAsync()
    {
        if (!IsWanted || !_window.IsOpen || Now < _next || !screen.TryCapture())
            return;
        _next = Now + Interval;
        Resize();
        int number = line.Number;
        var request = new FrameRequest(_window.Upcoming, Now)
        {
            Whole = _wholeWanted,
            PhotoQuality = _patience.PhotoQuality(_window.Rate),
            RefinementBytes = _window.IsIdle ? _patience.RefinementBytes(_window.Rate) : 0,
            HoldsVideo = _patience.HoldsVideo && !_window.IsIdle,
        };
        _wholeWanted = false;
        if (!_encoder.TryStart(screen.Picture, request))
        {
            await SayExactAsync();
            return;
        }
        _window.Take();
        if (!_encoder.IsExact)
            await SayExactAsync();
        if (await TrySendPartsAsync(number))
            await SayExactAsync();
    }

    // What may not be seen any more is not finished: the viewer drops a frame without its end when a whole one comes.
    private async Task<bool> TrySendPartsAsync(int number)
    {
        while (_encoder.TryNextPart(out ReadOnlyMemory<byte> part))
        {
            if (await line.SendAsync(part, () => line.Number == number && MaySend && !screen.IsStale))
            {
                _window.Add(part.Length);
                continue;
            }
            _encoder.Abandon();
            _window.GiveBack();
            _wholeWanted = true;
            return false;
        }
        return true;
    }

    private bool MaySend => gate.Allows(Grants.View) && !gate.HoldsPictures;

    private void Resize()
    {
        if (screen.Picture.Grid == _grid)
            return;
        _grid = screen.Picture.Grid;
        gate.Resize(_grid.Width, _grid.Height);
    }

    private async Task SayExactAsync()
    {
        bool isExact = _encoder.IsExact;
        if (_saidExact == isExact || !MaySend)
            return;
        _saidExact = isExact;
        await line.SendAsync(new PictureState(isExact, ScreenState.Live));
    }

    private async Task RestAsync(Task woken, CancellationToken ended)
    {
        bool rests = gate.HoldsPictures, isWanted = !rests && IsWanted, isOnlyEarly = isWanted && _window.IsOpen;
        TimeSpan longest = isOnlyEarly ? _next - Now : LongestRest;
        if (!rests && _window.IsIdle && _encoder.RefinementDue - Now is { } due && due > TimeSpan.Zero && due < longest)
            longest = due;
        if (longest <= TimeSpan.Zero)
            return;
        using var rested = CancellationTokenSource.CreateLinkedTokenSource(ended);
        Task enough = Task.Delay(longest, time, rested.Token);
        if (isOnlyEarly)
            await enough;
        else if (isWanted || rests)
            await Task.WhenAny(woken, enough);
        else
            await Task.WhenAny(woken, screen.WhenChangedAsync(), enough);
        await rested.CancelAsync();
    }
}
