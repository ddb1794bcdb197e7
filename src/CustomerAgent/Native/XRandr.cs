using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The RandR extension: monitors as the server knows them.</summary>
internal static unsafe partial class XRandr
{
    private const string Library = "libXrandr.so.2";

    /// <summary>All that are on; none where the server does not tell.</summary>
    public static XMonitor[] Monitors(XConnection connection)
    {
        XMonitor* monitors = XRRGetMonitors(connection.Display, connection.Root, active: 1, out int count);
        if (monitors is null)
            return [];
        XMonitor[] all = new ReadOnlySpan<XMonitor>(monitors, Math.Max(0, count)).ToArray();
        XRRFreeMonitors(monitors);
        return all;
    }

    [LibraryImport(Library)]
    private static partial XMonitor* XRRGetMonitors(nint display, nuint window, int active, out int count);

    [LibraryImport(Library)]
    private static partial void XRRFreeMonitors(XMonitor* monitors);
}

/// <summary>XRRMonitorInfo, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XMonitor
{
    public nuint Name;
    public int Primary, Automatic, OutputCount;
    public int X, Y, Width, Height;
    public int WidthInMillimetres, HeightInMillimetres;
    public nint Outputs;
}
