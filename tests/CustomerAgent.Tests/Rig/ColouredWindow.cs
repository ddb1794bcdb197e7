using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>A window of one unmistakable colour on a connection of its own, which moves, grows, hides and comes back as fast as it can.</summary>
internal sealed unsafe partial class ColouredWindow : IDisposable
{
    private readonly XConnection _connection;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _over = new();
    private readonly TimeSpan _pace;
    private volatile int _steps;

    /// <param name="colour">0xRRGGBB.</param>
    /// <param name="managed">Whether a window manager may put a frame round it.</param>
    public ColouredWindow(string display, uint colour, bool managed = false)
    {
        _pace = managed ? TimeSpan.FromMilliseconds(5) : TimeSpan.Zero; // a window manager would fall behind by minutes
        _connection = XConnection.TryOpen(display)!;
        Client = XClient.Of(_connection.Display);
        Id = Xlib.XCreateSimpleWindow(_connection.Display, _connection.Root, 300, 300, 200, 100, 0, colour, colour);
        if (!managed)
        {
            byte* attributes = stackalloc byte[112];
            new Span<byte>(attributes, 112).Clear();
            *(int*)(attributes + 88) = 1; // XSetWindowAttributes.override_redirect
            _ = XChangeWindowAttributes(_connection.Display, Id, 1 << 9, attributes);
        }
        _ = XMapWindow(_connection.Display, Id);
        _ = Xlib.XSync(_connection.Display, 0);
        _thread = new Thread(Move) { IsBackground = true };
    }

    public XClient Client { get; }

    public nuint Id { get; }

    /// <summary>How often it has moved by now.</summary>
    public int Steps => _steps;

    public void Place(int x, int y, uint width, uint height)
    {
        _ = XMoveResizeWindow(_connection.Display, Id, x, y, width, height);
        _ = Xlib.XSync(_connection.Display, 0);
    }

    /// <summary>Above all others, or below.</summary>
    public void Stack(bool above)
    {
        _ = above ? XRaiseWindow(_connection.Display, Id) : XLowerWindow(_connection.Display, Id);
        _ = Xlib.XSync(_connection.Display, 0);
    }

    /// <summary>Inside another, as a tray's icon lies in its panel.</summary>
    public void LieIn(ColouredWindow other, int x, int y)
    {
        _ = XReparentWindow(_connection.Display, Id, other.Id, x, y);
        Show(true);
    }

    /// <summary>Nothing else of it is there.</summary>
    public void Shape(params (int X, int Y, int Width, int Height)[] parts)
    {
        const int Bounding = 0, Set = 0;
        short[] rectangles = [.. parts.SelectMany(part => new[] { (short)part.X, (short)part.Y, (short)part.Width, (short)part.Height })];
        fixed (short* first = rectangles)
            XShapeCombineRectangles(_connection.Display, Id, Bounding, 0, 0, first, parts.Length, Set, 0);
        _ = Xlib.XSync(_connection.Display, 0);
    }

    public void Show(bool shown)
    {
        _ = shown ? XMapWindow(_connection.Display, Id) : XUnmapWindow(_connection.Display, Id);
        _ = Xlib.XSync(_connection.Display, 0);
    }

    /// <summary>Begins to move without pause.</summary>
    public void Start() => _thread.Start();

    /// <summary>Comes to rest, shown, where it is.</summary>
    public void Stop()
    {
        _over.Set();
        if (_thread.IsAlive)
            _thread.Join();
        Show(true);
    }

    public void Dispose()
    {
        Stop();
        _over.Dispose();
        _connection.Dispose();
    }

    private void Move()
    {
        for (int step = 0; !_over.Wait(_pace); step++)
        {
            Place((step * 37) % 1000, (step * 23) % 600, (uint)(50 + ((step * 11) % 300)), (uint)(40 + ((step * 7) % 200)));
            if (step % 5 == 0)
                Show(false);
            if (step % 5 == 1)
                Show(true);
            if (step % 7 == 0)
                Stack(above: step % 14 == 0);
            _steps = step;
        }
    }

    [LibraryImport("libXext.so.6")]
    private static partial void XShapeCombineRectangles(
        nint display, nuint window, int kind, int x, int y, short* rectangles, int count, int operation, int ordering);

    [LibraryImport("libX11.so.6")]
    private static partial int XReparentWindow(nint display, nuint window, nuint parent, int x, int y);

    [LibraryImport("libX11.so.6")]
    private static partial int XMapWindow(nint display, nuint window);

    [LibraryImport("libX11.so.6")]
    private static partial int XUnmapWindow(nint display, nuint window);

    [LibraryImport("libX11.so.6")]
    private static partial int XRaiseWindow(nint display, nuint window);

    [LibraryImport("libX11.so.6")]
    private static partial int XLowerWindow(nint display, nuint window);

    [LibraryImport("libX11.so.6")]
    private static partial int XMoveResizeWindow(nint display, nuint window, int x, int y, uint width, uint height);

    [LibraryImport("libX11.so.6")]
    private static partial int XChangeWindowAttributes(nint display, nuint window, nuint which, byte* attributes);
}
