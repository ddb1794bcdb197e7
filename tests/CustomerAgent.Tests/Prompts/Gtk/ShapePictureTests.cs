using System.Diagnostics;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Prompts.Gtk;

namespace ServiceDesk.CustomerAgent.Tests.Prompts.Gtk;

public sealed class ShapePictureTests
{
    [Fact]
    public void Draw_LeavesNothingBehind_WhenThePictureIsLetGo()
    {
        const int Size = 96, Times = 6000;
        const long BytesDrawn = (long)Size * Size * 4 * Times;
        ShapePicture.Draw(StripState.Seen, Size, 0).Dispose();
        long before = Memory();
        for (int i = 0; i < Times; i++)
            ShapePicture.Draw(StripState.Seen, Size, 0).Dispose();
        (Memory() - before).ShouldBeLessThan(BytesDrawn / 2);
    }

    private static long Memory()
    {
        GC.Collect();
        using Process self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
