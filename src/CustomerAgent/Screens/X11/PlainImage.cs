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

    /// <summary>Null when the size changed in between, or the server's pixels are not B G R X.</summary>
    public static PlainImage? TryRead(XConnection connection, int width, int height)
    {
        XImage* image = Xlib.XGetImage(
            connection.Display, connection.Root, 0, 0, (uint)width, (uint)height, Xlib.AllPlanes, Xlib.ZPixmap);
        _ = XErrors.Take(connection.Display);
        if (image is null)
            return null;
        if (PixelLayout.IsBgrx(image))
            return new PlainImage(image);
        _ = Xlib.XDestroyImage(image);
        return null;
    }

    public void Dispose() => _ = Xlib.XDestroyImage(_image);
}
