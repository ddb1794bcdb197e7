using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The MIT shared-memory extension (libXext) and the System V calls it builds on.</summary>
internal static unsafe partial class XShm
{
    private const string Ext = "libXext.so.6";
    private const string C = "libc";

    public const int PrivateKey = 0;
    public const int Create = 0x200 | 0x180; // IPC_CREAT, readable and writable by this user only
    public const int RemoveId = 0;

    [LibraryImport(Ext)]
    public static partial int XShmQueryExtension(nint display);

    [LibraryImport(Ext)]
    public static partial int XShmAttach(nint display, XShmSegment* segment);

    [LibraryImport(Ext)]
    public static partial int XShmDetach(nint display, XShmSegment* segment);

    [LibraryImport(Ext)]
    public static partial XImage* XShmCreateImage(
        nint display, XVisual* visual, uint depth, int format, byte* data, XShmSegment* segment, uint width, uint height);

    [LibraryImport(Ext)]
    public static partial int XShmGetImage(nint display, nuint drawable, XImage* image, int x, int y, nuint planes);

    [LibraryImport(C)]
    public static partial int shmget(int key, nuint size, int flags);

    [LibraryImport(C)]
    public static partial byte* shmat(int id, byte* address, int flags);

    [LibraryImport(C)]
    public static partial int shmdt(byte* address);

    [LibraryImport(C)]
    public static partial int shmctl(int id, int command, nint buffer);
}

/// <summary>XShmSegmentInfo, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XShmSegment
{
    public nuint Segment;
    public int Id;
    public byte* Address;
    public int ReadOnly;
}
