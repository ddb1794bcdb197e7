using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>
/// A program's window as toolkits draw them: see-through in a margin (where others have a shadow), of one colour inside.
/// With <see cref="Start"/> it moves and grows, and rests in between as people do.
/// </summary>
internal sealed unsafe partial class MarginWindow : IDisposable
{
    public const int Margin = 40;

    private const int TrueColour = 4, InputOutput = 1, Cardinal = 6, Replace = 0, Argb = 32;
    private const nuint BackPixel = 1 << 1, BorderPixel = 1 << 3, OverrideRedirect = 1 << 9, Colormap = 1 << 13;

    private readonly XConnection _connection;
    private readonly nint _pen;
    private readonly uint _colour;
    private readonly bool _says;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _over = new();
    private (int Width, int Height) _size;
    private volatile int _steps;

    /// <param name="colour">0xRRGGBB.</param>
    /// <param name="says">Whether it says which part of it is opaque and how wide its margin is.</param>
    public MarginWindow(string display, uint colour, bool says)
    {
        _connection = XConnection.TryOpen(display)!;
        _colour = 0xFF000000 | colour;
        _says = says;
        nint server = _connection.Display;
        byte* visual = stackalloc byte[64];
        XMatchVisualInfo(server, Xlib.XDefaultScreen(server), Argb, TrueColour, visual).ShouldNotBe(0, "a visual with alpha");
        byte* attributes = stackalloc byte[112]; // XSetWindowAttributes; the pixels are 0: nothing to be seen
        new Span<byte>(attributes, 112).Clear();
        *(int*)(attributes + 88) = 1;
        *(nuint*)(attributes + 96) = XCreateColormap(server, _connection.Root, *(nint*)visual, 0);
        Id = XCreateWindow(server, _connection.Root, 0, 0, 1, 1, 0, Argb, InputOutput, *(nint*)visual, BackPixel | BorderPixel | OverrideRedirect | Colormap, attributes);
        _pen = XCreateGC(server, Id, 0, 0);
        Place(200, 150, 400, 300);
        _ = XMapWindow(server, Id);
        Draw();
        _thread = new Thread(Move) { IsBackground = true };
    }

    public nuint Id { get; }

    public int Steps => _steps;

    /// <summary>Size with the margin.</summary>
    public void Place(int x, int y, int width, int height)
    {
        _ = XMoveResizeWindow(_connection.Display, Id, x, y, (uint)width, (uint)height);
        if (_size != (width, height))
        {
            _size = (width, height);
            if (_says)
            {
                Say("_GTK_FRAME_EXTENTS", Margin, Margin, Margin, Margin);
                Say("_NET_WM_OPAQUE_REGION", Margin, Margin, width - (2 * Margin), height - (2 * Margin));
            }
            Draw();
        }
        _ = Xlib.XSync(_connection.Display, 0);
    }

    /// <summary>Writes numbers on the window.</summary>
    public void Say(string property, params nint[] numbers)
    {
        fixed (nint* first = numbers)
            _ = XChangeProperty(_connection.Display, Id, Xlib.XInternAtom(_connection.Display, property, 0), Cardinal, 32, Replace, first, numbers.Length);
        _ = Xlib.XSync(_connection.Display, 0);
    }

    public void Start() => _thread.Start();

    public void Dispose()
    {
        _over.Set();
        if (_thread.IsAlive)
            _thread.Join();
        _over.Dispose();
        _connection.Dispose();
    }

    private void Draw()
    {
        _ = XSetForeground(_connection.Display, _pen, _colour);
        _ = XFillRectangle(_connection.Display, Id, _pen, Margin, Margin, (uint)Math.Max(1, _size.Width - (2 * Margin)), (uint)Math.Max(1, _size.Height - (2 * Margin)));
        _ = Xlib.XSync(_connection.Display, 0);
    }

    private void Move()
    {
        for (int step = 0; !_over.Wait(step % 20 == 0 ? 400 : 10); step++)
        {
            (int width, int height) = step % 20 == 10 ? (300 + (step % 130), 250 + (step % 110)) : _size;
            Place((step * 7) % 600, (step * 5) % 350, width, height);
            _steps = step;
        }
    }

    [LibraryImport("libX11.so.6")]
    private static partial int XMatchVisualInfo(nint display, int screen, int depth, int kind, byte* found);

    [LibraryImport("libX11.so.6")]
    private static partial nuint XCreateColormap(nint display, nuint window, nint visual, int alloc);

    [LibraryImport("libX11.so.6")]
    private static partial nuint XCreateWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint border, int depth, uint kind, nint visual, nuint which, byte* attributes);

    [LibraryImport("libX11.so.6")]
    private static partial nint XCreateGC(nint display, nuint drawable, nuint which, nint values);

    [LibraryImport("libX11.so.6")]
    private static partial int XSetForeground(nint display, nint pen, nuint pixel);

    [LibraryImport("libX11.so.6")]
    private static partial int XFillRectangle(nint display, nuint drawable, nint pen, int x, int y, uint width, uint height);

    [LibraryImport("libX11.so.6")]
    private static partial int XMapWindow(nint display, nuint window);

    [LibraryImport("libX11.so.6")]
    private static partial int XMoveResizeWindow(nint display, nuint window, int x, int y, uint width, uint height);

    [LibraryImport("libX11.so.6")]
    private static partial int XChangeProperty(nint display, nuint window, nuint property, nuint type, int format, int mode, nint* data, int count);
}
