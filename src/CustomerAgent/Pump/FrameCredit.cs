using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>Numbers the frames and allows two that the viewer has not yet painted: a slow line gets fewer frames, never a queue.</summary>
internal sealed class FrameCredit
{
    private const int MostUnpainted = 2;

    private readonly Lock _guard = new();
    private readonly HashSet<uint> _unpainted = [];
    private uint _sent, _painted;

    /// <summary>Whether one more frame may be captured now.</summary>
    public bool IsLeft
    {
        get
        {
            lock (_guard)
                return _unpainted.Count < MostUnpainted;
        }
    }

    /// <summary>The number of the frame that is about to be sent.</summary>
    public uint Take()
    {
        lock (_guard)
        {
            if (_unpainted.Count == MostUnpainted)
                throw new InvalidOperationException("No credit is left.");
            _unpainted.Add(++_sent);
            return _sent;
        }
    }

    /// <summary>This frame will not be painted: it was given up half way. Its number stays used.</summary>
    public void GiveBack(uint frame)
    {
        lock (_guard)
            _unpainted.Remove(frame);
    }

    /// <summary>The viewer has painted this frame, and with it all before.</summary>
    /// <exception cref="WireFormatException">No such frame is on its way.</exception>
    public void Painted(uint frame)
    {
        lock (_guard)
        {
            if (frame < _painted || frame > _sent)
                throw new WireFormatException("acknowledges a frame that was never sent");
            _painted = frame;
            _unpainted.RemoveWhere(sent => sent <= frame);
        }
    }

    /// <summary>The line was lost, and with it every frame that was on its way.</summary>
    public void Reset()
    {
        lock (_guard)
        {
            _painted = _sent;
            _unpainted.Clear();
        }
    }
}
