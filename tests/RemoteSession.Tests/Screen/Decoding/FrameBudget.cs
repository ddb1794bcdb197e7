using ServiceDesk.Remote.Screen;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Screen.Decoding;

/// <summary>How much work one frame may still make.</summary>
internal sealed class FrameBudget(int pictureArea)
{
    private long _area = (long)pictureArea * ScriptLimits.Overpaint;
    private int _rectangles = ScriptLimits.Rectangles, _copies = ScriptLimits.Copies, _kept = ScriptLimits.Slots;

    public void Paint(Patch patch)
    {
        if (--_rectangles < 0) throw new WireFormatException("too many rectangles");
        if ((_area -= patch.Area) < 0) throw new WireFormatException("painted too much");
    }

    public void Copy()
    {
        if (--_copies < 0) throw new WireFormatException("too many copies");
    }

    public void Keep(int tiles)
    {
        if ((_kept -= tiles) < 0) throw new WireFormatException("kept too many tiles");
    }
}
