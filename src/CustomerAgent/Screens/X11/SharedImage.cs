using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>A picture in memory that the X server writes straight into.</summary>
internal sealed unsafe class SharedImage : IDisposable
{
    private readonly XConnection _connection;
    private readonly XImage* _image;
    private readonly XShmSegment* _segment;

    private SharedImage(XConnection connection, XImage* image, XShmSegment* segment)
    {
        _connection = connection;
        _image = image;
        _segment = segment;
    }

    public int Width => _image->Width;

    public int Height => _image->Height;

    /// <summary>Null where the server cannot share memory with us, as over a network, or its pixels are not B G R X.</summary>
    public static SharedImage? TryCreate(XConnection connection, int width, int height)
    {
        nint display = connection.Display;
        int screen = Xlib.XDefaultScreen(display);
        var segment = (XShmSegment*)NativeMemory.AllocZeroed((nuint)sizeof(XShmSegment));
        XImage* image = XShm.XShmCreateImage(
            display, Xlib.XDefaultVisual(display, screen), (uint)Xlib.XDefaultDepth(display, screen), Xlib.ZPixmap, null, segment,
            (uint)width, (uint)height);
        if (image is not null && PixelLayout.IsBgrx(image) && Attach(connection, image, segment))
            return new SharedImage(connection, image, segment);
        if (image is not null)
            _ = Xlib.XDestroyImage(image);
        NativeMemory.Free(segment);
        return null;
    }

    public PictureView Picture => PixelLayout.Picture(_image);

    public Span<byte> Pixels => PixelLayout.Pixels(_image);

    /// <summary>Reads some rows anew; the others stay as they were. False when the screen has another size by now.</summary>
    public bool TryRead(int top, int rows)
    {
        byte* data = _image->Data;
        int height = _image->Height;
        _image->Data = data + ((nint)top * _image->BytesPerLine); // the server writes where this points to
        _image->Height = rows;
        _ = XShm.XShmGetImage(_connection.Display, _connection.Root, _image, 0, top, Xlib.AllPlanes);
        _image->Data = data;
        _image->Height = height;
        return XErrors.Take(_connection.Display) == 0;
    }

    public void Dispose()
    {
        _ = XShm.XShmDetach(_connection.Display, _segment);
        _ = XErrors.Take(_connection.Display);
        _image->Data = null; // not Xlib's to free
        _ = Xlib.XDestroyImage(_image);
        _ = XShm.shmdt(_segment->Address);
        NativeMemory.Free(_segment);
    }

    private static bool Attach(XConnection connection, XImage* image, XShmSegment* segment)
    {
        segment->Id = XShm.shmget(XShm.PrivateKey, (nuint)image->BytesPerLine * (nuint)image->Height, XShm.Create);
        if (segment->Id < 0)
            return false;
        segment->Address = XShm.shmat(segment->Id, null, 0);
        bool attached = (nint)segment->Address != -1 && XShm.XShmAttach(connection.Display, segment) != 0
            && XErrors.Take(connection.Display) == 0;

        // Marked for removal at once: the memory lives as long as both ends are attached and never outlives a crash.
        _ = XShm.shmctl(segment->Id, XShm.RemoveId, 0);
        if (attached)
            image->Data = segment->Address;
        else if ((nint)segment->Address != -1)
            _ = XShm.shmdt(segment->Address);
        return attached;
    }
}
