using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>
/// Numbers the frames and says when one more may be captured. What is on its way to the viewer is held to as many bytes as the
/// line takes without a queue: the window grows while frames are painted about as fast as ever, and shrinks when they take
/// longer. One frame, however large, may always go when nothing is on its way. Called by the pump and by whoever listens.
/// </summary>
internal sealed class FlowWindow(TimeProvider time)
{
    /// <summary>A viewer that paints nothing gets no more than this.</summary>
    private const int MostFrames = 16;

    private const int First = 16 * 1024;
    private const int Least = 4 * 1024;
    private const int Most = 4 * 1024 * 1024;
    private const int OfNote = 8 * 1024; // fewer bytes say nothing about the line's rate
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Queued = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private readonly Lock _guard = new();
    private readonly Queue<Sent> _sent = [];
    private uint _last, _painted;
    private long _onItsWay;
    private int _window = First;
    private TimeSpan _shortest = TimeSpan.MaxValue, _shortestBefore = TimeSpan.MaxValue;
    private long _remembered;

    /// <summary>Whether one more frame may be captured now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_guard)
                return _sent.Count == 0 || (_sent.Count < MostFrames && _onItsWay < _window);
        }
    }

    /// <summary>Whether nothing is on its way.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_guard)
                return _sent.Count == 0;
        }
    }

    /// <summary>The number that <see cref="Take"/> gives next.</summary>
    public uint Upcoming
    {
        get
        {
            lock (_guard)
                return _last + 1;
        }
    }

    /// <summary>Bytes that the line takes in a second, as far as it is known; 0 before anything of note was painted.</summary>
    public double Rate { get; private set; }

    /// <summary>The number of the frame that is about to be sent.</summary>
    public uint Take()
    {
        lock (_guard)
        {
            _sent.Enqueue(new Sent(++_last, time.GetTimestamp()));
            return _last;
        }
    }

    /// <summary>So many bytes of the last frame were handed to the line.</summary>
    public void Add(int bytes)
    {
        lock (_guard)
        {
            if (_sent.Count == 0)
                return; // it was lost meanwhile
            _sent.Last().Bytes += bytes;
            _onItsWay += bytes;
        }
    }

    /// <summary>The last frame will not be painted: it was given up half way. Its number stays used.</summary>
    public void GiveBack()
    {
        lock (_guard)
        {
            Sent[] kept = [.. _sent.Take(_sent.Count - 1)];
            _sent.Clear();
            foreach (Sent frame in kept)
                _sent.Enqueue(frame);
            _onItsWay = kept.Sum(frame => frame.Bytes);
        }
    }

    /// <summary>The viewer has painted this frame, and with it all before.</summary>
    /// <exception cref="WireFormatException">No such frame was ever sent, or a later one was painted before.</exception>
    public void Painted(uint frame)
    {
        lock (_guard)
        {
            if (frame < _painted || frame > _last)
                throw new WireFormatException("acknowledges a frame that was never sent");
            _painted = frame;
            while (_sent.TryPeek(out Sent? oldest) && oldest.Frame <= frame)
            {
                _onItsWay -= oldest.Bytes;
                _sent.Dequeue();
                Learn(oldest);
            }
        }
    }

    /// <summary>The line was lost, and with it every frame that was on its way. What was known of it is void, too.</summary>
    public void Reset()
    {
        lock (_guard)
        {
            _sent.Clear();
            (_onItsWay, _painted, _window, Rate) = (0, _last, First, 0);
            _shortest = _shortestBefore = TimeSpan.MaxValue;
        }
    }

    private void Learn(Sent frame)
    {
        TimeSpan took = time.GetElapsedTime(frame.At);
        TimeSpan least = Shortest(took);
        TimeSpan queued = took - least;
        if (queued < Calm)
            _window = (int)Math.Min(Most, _window + frame.Bytes);
        else if (queued > Queued)
            _window = Math.Max(Least, _window * 3 / 4);
        if (frame.Bytes >= OfNote)
        {
            double rate = frame.Bytes / Math.Max(queued.TotalSeconds, 0.001);
            Rate = Rate == 0 ? rate : Rate + ((rate - Rate) / 4);
        }
    }

    // Of the last ten to twenty seconds: a line may become another one.
    private TimeSpan Shortest(TimeSpan took)
    {
        if (time.GetElapsedTime(_remembered) > Memory)
            (_remembered, _shortestBefore, _shortest) = (time.GetTimestamp(), _shortest, TimeSpan.MaxValue);
        _shortest = took < _shortest ? took : _shortest;
        return _shortest < _shortestBefore ? _shortest : _shortestBefore;
    }

    private sealed class Sent(uint frame, long at)
    {
        public uint Frame { get; } = frame;

        public long At { get; } = at;

        public long Bytes { get; set; }
    }
}
