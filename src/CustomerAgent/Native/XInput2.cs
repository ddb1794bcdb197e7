using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The XInput 2 extension: what the devices themselves say, whichever window gets it.</summary>
internal static unsafe partial class XInput2
{
    private const string Library = "libXi.so.6";
    private const string Core = "libX11.so.6";

    public const string Extension = "XInputExtension";
    public const int AllMasterDevices = 1;
    public const int GenericEvent = 35;
    public const int RawKeyPress = 13;
    public const int RawButtonPress = 15;
    public const int RawMotion = 17;

    /// <summary>Asks for an event on this connection each time the pointer moves, where the server offers that.</summary>
    public static void HearOfMoves(XConnection connection)
    {
        int major = 2, minor = 2, bits = 1 << RawMotion;
        if (!connection.Knows(Extension) || XIQueryVersion(connection.Display, ref major, ref minor) != 0)
            return;
        var mask = new XIEventMask { Device = AllMasterDevices, Length = sizeof(int), Mask = (byte*)&bits };
        _ = XISelectEvents(connection.Display, connection.Root, &mask, 1);
    }

    [LibraryImport(Library)]
    public static partial int XIQueryVersion(nint display, ref int major, ref int minor);

    [LibraryImport(Library)]
    public static partial int XISelectEvents(nint display, nuint window, XIEventMask* masks, int count);

    [LibraryImport(Library)]
    public static partial XIDeviceInfo* XIQueryDevice(nint display, int device, out int count);

    [LibraryImport(Library)]
    public static partial void XIFreeDeviceInfo(XIDeviceInfo* devices);

    [LibraryImport(Core)]
    public static partial int XGetEventData(nint display, XGenericEventCookie* cookie);

    [LibraryImport(Core)]
    public static partial void XFreeEventData(nint display, XGenericEventCookie* cookie);
}

/// <summary>XIEventMask, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XIEventMask
{
    public int Device;
    public int Length;
    public byte* Mask;
}

/// <summary>XIDeviceInfo, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XIDeviceInfo
{
    public int Device;
    public nint Name;
    public int Use, Attachment, Enabled, ClassCount;
    public nint Classes;
}

/// <summary>XGenericEventCookie, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XGenericEventCookie
{
    public int Type;
    public nuint Serial;
    public int SendEvent;
    public nint Display;
    public int Extension;
    public int EventType;
    public uint Cookie;
    public XIRawEvent* Data;
}

/// <summary>XIRawEvent, 64-bit layout.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XIRawEvent
{
    public int Type;
    public nuint Serial;
    public int SendEvent;
    public nint Display;
    public int Extension, EventType;
    public nuint Time;
    public int Device, Source, Detail, Flags;
    public int MaskLength;
    public byte* Mask;
    public double* Values;
    public double* RawValues;
}
