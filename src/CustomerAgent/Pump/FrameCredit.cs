using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Pump;

/// <summary>Numbers the frames and allows two that the viewer has not yet painted: a slow line gets fewer frames, never a queue.</summary>
internal sealed class FrameCredit
{
    private const uint MostUnpainted = 2;

    private readonly Lock _guard = new();
    private uint _sent, _painted;

    /// <summary>Whether one more frame may be captured now.</summary>
    public bool IsLeft
    {
        get
        {
            lock (_guard)
                return _sent - _painted < MostUnpainted;
        }
    }

    /// <summary>The number that the next frame will have, if there is anything to send.</summary>
    public uint Next
    {
        get
        {
            lock (_guard)
                return _sent + 1;
        }
    }

    /// <summary>The number of the frame that is about to be sent.</summary>
    public uint Take()
    {
        lock (_guard)
            return _sent - _painted < MostUnpainted ? ++_sent : throw new InvalidOperationException("No credit is left.");
    }

    /// <summary>The viewer has painted this frame, and with it all before.</summary>
    /// <exception cref="WireFormatException">No such frame is on its way.</exception>
    public void Painted(uint frame)
    {
        lock (_guard)
        {
            if (frame - _painted > _sent - _painted)
                throw new WireFormatException("acknowledges a frame that was never sent");
            _painted = frame;
        }
    }

    /// <summary>The line was lost, and with it every frame that was on its way.</summary>
    public void Reset()
    {
        lock (_guard)
            _painted = _sent;
    }
}
