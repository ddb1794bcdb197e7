using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>A picture sent over the X connection, for servers that share no memory with us.</summary>
internal sealed unsafe class PlainImage : IDisposable
{
    private readonly XImage* _image;

    private PlainImage(XImage* image) => _image = image;

    public PictureView Picture => PixelLayout.Picture(_image);

    public Span<byte> Pixels => PixelLayout.Pixels(_image);

    /// <summary>Null where the server's pixels are not B G R X. The server is grabbed, so that size is its size.</summary>
    public static PlainImage? TryRead(XConnection connection, int width, int height)
    {
        XImage* image = ReadCopy(connection, (uint)width, (uint)height);
        _ = XErrors.Take(connection.Display);
        if (image is null)
            return null;
        if (PixelLayout.IsBgrx(image))
            return new PlainImage(image);
        _ = Xlib.XDestroyImage(image);
        return null;
    }

    // Never the root window itself: as its pixels are read a server that draws the pointer itself takes that away, and puts what
    // damage this does into the middle of its answer. From there on nothing on the connection can be understood.
    private static XImage* ReadCopy(XConnection connection, uint width, uint height)
    {
        nint display = connection.Display;
        nuint copy = Xlib.XCreatePixmap(display, connection.Root, width, height, (uint)Xlib.XDefaultDepth(display, Xlib.XDefaultScreen(display)));
        nint context = Xlib.XCreateGC(display, connection.Root, XGCValues.Which, new XGCValues { SubwindowMode = XGCValues.IncludeInferiors });
        _ = Xlib.XCopyArea(display, connection.Root, copy, context, 0, 0, width, height, 0, 0);
        XImage* image = Xlib.XGetImage(display, copy, 0, 0, width, height, Xlib.AllPlanes, Xlib.ZPixmap);
        if (image is not null)
        {
            XVisual* visual = Xlib.XDefaultVisual(display, Xlib.XDefaultScreen(display)); // a copy does not know it
            (image->RedMask, image->GreenMask, image->BlueMask) = (visual->RedMask, visual->GreenMask, visual->BlueMask);
        }
        _ = Xlib.XFreeGC(display, context);
        _ = Xlib.XFreePixmap(display, copy);
        return image;
    }

    public void Dispose() => _ = Xlib.XDestroyImage(_image);
}
