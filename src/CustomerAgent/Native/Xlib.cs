using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The few calls of libX11 that the agent makes. Names and order of arguments are those of Xlib's manual.</summary>
internal static unsafe partial class Xlib
{
    private const string Library = "libX11.so.6";

    /// <summary>Room that every XEvent fits into: 24 longs, as in Xlib.h.</summary>
    public const int EventBytes = 192;

    public const int KeyPress = 2;
    public const int CreateNotify = 16;
    public const int DestroyNotify = 17;
    public const int ConfigureNotify = 22;
    public const int CirculateNotify = 26;
    public const int PropertyNotify = 28;
    public const int ClientMessage = 33;
    public const nint StructureNotifyMask = 1 << 17;
    public const nint SubstructureNotifyMask = 1 << 19;
    public const nint PropertyChangeMask = 1 << 22;
    public const int InputOutput = 1;
    public const int IsViewable = 2;
    public const int ZPixmap = 2;
    public static readonly nuint AllPlanes = nuint.MaxValue;

    [LibraryImport(Library)]
    public static partial int XInitThreads();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint XOpenDisplay(string? name);

    [LibraryImport(Library)]
    public static partial int XCloseDisplay(nint display);

    [LibraryImport(Library)]
    public static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    public static partial XVisual* XDefaultVisual(nint display, int screen);

    [LibraryImport(Library)]
    public static partial int XDefaultDepth(nint display, int screen);

    [LibraryImport(Library)]
    public static partial int XDefaultScreen(nint display);

    [LibraryImport(Library)]
    public static partial int XConnectionNumber(nint display);

    [LibraryImport(Library)]
    public static partial int XPending(nint display);

    [LibraryImport(Library)]
    public static partial int XNextEvent(nint display, byte* xevent);

    [LibraryImport(Library)]
    public static partial int XSync(nint display, int discard);

    [LibraryImport(Library)]
    public static partial int XFlush(nint display);

    [LibraryImport(Library)]
    public static partial nint XSetErrorHandler(delegate* unmanaged<nint, XErrorEvent*, int> handler);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XQueryExtension(nint display, string name, out int opcode, out int firstEvent, out int firstError);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library)]
    public static partial int XGetGeometry(
        nint display, nuint drawable, out nuint root, out int x, out int y, out uint width, out uint height, out uint border, out uint depth);

    [LibraryImport(Library)]
    public static partial int XQueryPointer(
        nint display, nuint window, out nuint root, out nuint child, out int rootX, out int rootY, out int x, out int y, out uint mask);

    [LibraryImport(Library)]
    public static partial XImage* XGetImage(
        nint display, nuint drawable, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library)]
    public static partial nuint XCreatePixmap(nint display, nuint drawable, uint width, uint height, uint depth);

    [LibraryImport(Library)]
    public static partial int XFreePixmap(nint display, nuint pixmap);

    [LibraryImport(Library)]
    public static partial nint XCreateGC(nint display, nuint drawable, nuint which, in XGCValues values);

    [LibraryImport(Library)]
    public static partial int XFreeGC(nint display, nint context);

    [LibraryImport(Library)]
    public static partial int XCopyArea(
        nint display, nuint from, nuint to, nint context, int fromX, int fromY, uint width, uint height, int toX, int toY);

    [LibraryImport(Library)]
    public static partial int XDestroyImage(XImage* image);

    [LibraryImport(Library)]
    public static partial int XTranslateCoordinates(
        nint display, nuint from, nuint to, int fromX, int fromY, out int x, out int y, out nuint child);

    [LibraryImport(Library)]
    public static partial int XGetInputFocus(nint display, out nuint focus, out int revertTo);

    [LibraryImport(Library)]
    public static partial int XGetWindowProperty(
        nint display, nuint window, nuint property, nint offset, nint length, int delete, nuint type,
        out nuint actualType, out int format, out nuint count, out nuint left, out byte* data);

    [LibraryImport(Library)]
    public static partial int XGrabServer(nint display);

    [LibraryImport(Library)]
    public static partial int XUngrabServer(nint display);

    [LibraryImport(Library)]
    public static partial int XSelectInput(nint display, nuint window, nint mask);

    [LibraryImport(Library)]
    public static partial int XQueryTree(
        nint display, nuint window, out nuint root, out nuint parent, out nuint* children, out uint count);

    [LibraryImport(Library)]
    public static partial int XGetWindowAttributes(nint display, nuint window, out XWindowAttributes attributes);

    [LibraryImport(Library)]
    public static partial int XGrabKey(
        nint display, int keycode, uint modifiers, nuint window, int ownerEvents, int pointerMode, int keyboardMode);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint XStringToKeysym(string name);

    [LibraryImport(Library)]
    public static partial byte XKeysymToKeycode(nint display, nuint keysym);

    [LibraryImport(Library)]
    public static partial int XDisplayKeycodes(nint display, out int lowest, out int highest);

    [LibraryImport(Library)]
    public static partial nuint* XGetKeyboardMapping(nint display, byte first, int count, out int keysymsPerKeycode);

    [LibraryImport(Library)]
    public static partial int XChangeKeyboardMapping(nint display, int first, int keysymsPerKeycode, nuint* keysyms, int count);

    [LibraryImport(Library)]
    public static partial int XFree(void* data);

    [LibraryImport(Library)]
    public static partial nuint XCreateSimpleWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint borderWidth, nuint border, nuint background);

    [LibraryImport(Library)]
    public static partial nuint XGetSelectionOwner(nint display, nuint selection);

    [LibraryImport(Library)]
    public static partial int XSetSelectionOwner(nint display, nuint selection, nuint owner, nuint time);

    [LibraryImport(Library)]
    public static partial int XSendEvent(nint display, nuint window, int propagate, nint mask, byte* xevent);
}

/// <summary>Xlib's XErrorEvent, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XErrorEvent
{
    public int Type;
    public nint Display;
    public nuint Resource;
    public nuint Serial;
    public byte ErrorCode;
    public byte RequestCode;
    public byte MinorCode;
}

/// <summary>Xlib's XWindowAttributes, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XWindowAttributes
{
    public int X, Y, Width, Height, BorderWidth, Depth;
    public nint Visual;
    public nuint Root;
    public int Class, BitGravity, WindowGravity, BackingStore;
    public nuint BackingPlanes, BackingPixel;
    public int SaveUnder;
    public nuint Colormap;
    public int MapInstalled, MapState;
    public nint AllEventMasks, OwnEventMask, DoNotPropagateMask;
    public int OverrideRedirect;
    public nint Screen;

    /// <summary>It is on the desktop and has pixels.</summary>
    public readonly bool IsSeen => MapState == Xlib.IsViewable && Class == Xlib.InputOutput;
}

/// <summary>
/// The head of Xlib's XConfigureEvent, 64-bit layout; the other events about windows begin alike up to <see cref="Window"/>. Those about
/// a property or a shape have their window in the place of <see cref="Event"/>, and the property's name in that of <see cref="Window"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XConfigureEvent
{
    public int Type;
    public nuint Serial;
    public int SendEvent;
    public nint Display;
    public nuint Event, Window;
    public int X, Y, Width, Height, BorderWidth;
}

/// <summary>The head of Xlib's Visual, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XVisual
{
    public nint Extension;
    public nuint Id;
    public int Class;
    public nuint RedMask, GreenMask, BlueMask;
}

/// <summary>The end of Xlib's XGCValues, 64-bit layout: how a copy deals with windows.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct XGCValues
{
    public const nuint Which = (1 << 15) | (1 << 16);
    public const int IncludeInferiors = 1;

    [FieldOffset(96)]
    public int SubwindowMode;

    [FieldOffset(100)]
    public int GraphicsExposures;
}

/// <summary>The head of Xlib's XImage, 64-bit layout; its function table follows and is not read here.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XImage
{
    public int Width;
    public int Height;
    public int XOffset;
    public int Format;
    public byte* Data;
    public int ByteOrder;
    public int BitmapUnit;
    public int BitmapBitOrder;
    public int BitmapPad;
    public int Depth;
    public int BytesPerLine;
    public int BitsPerPixel;
    public nuint RedMask;
    public nuint GreenMask;
    public nuint BlueMask;
}
