using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>
/// Sees that somebody uses mouse or keyboard, on a connection and a thread of its own. Learns that something was pressed or
/// moved and forgets it at once; what was typed never leaves this class. A program that makes events counts as a hand, unless
/// the program is we.
/// </summary>
internal sealed unsafe partial class HandWatch : IDisposable
{
    private const int LookForEnd = 200; // ms
    private const short Readable = 1;
    private const int Major = 2, Minor = 2;
    private const int X = 1, Y = 2;

    private readonly XConnection _connection;
    private readonly OwnEvents _events;
    private readonly OwnWindows _own;
    private readonly Action _seen;
    private readonly Dictionary<int, bool> _programs = [];
    private readonly Thread _thread;
    private volatile bool _over;

    /// <param name="connection">Owned by the watch from now on.</param>
    /// <param name="own">Know until when the hand was busy with them: it is heard of late where the computer has much to do.</param>
    /// <param name="seen">Called on the watch's thread for each event that is not ours.</param>
    public HandWatch(XConnection connection, OwnEvents events, OwnWindows own, Action seen)
    {
        (_connection, _events, _own, _seen) = (connection, events, own, seen);
        int major = Major, minor = Minor; // from 2.1 on it hears of everything, also while a program has grabbed the device
        _ = XInput2.XIQueryVersion(connection.Display, ref major, ref minor);
        const int Kinds = 1 << XInput2.RawKeyPress | 1 << XInput2.RawButtonPress | 1 << XInput2.RawMotion;
        int bits = Kinds;
        var mask = new XIEventMask { Device = XInput2.AllMasterDevices, Length = sizeof(int), Mask = (byte*)&bits };
        _ = XInput2.XISelectEvents(connection.Display, connection.Root, &mask, 1);
        _ = Xlib.XSync(connection.Display, 0);
        _thread = new Thread(Watch) { IsBackground = true, Name = "hands" };
        _thread.Start();
    }

    /// <summary>Whether the server tells what the devices do.</summary>
    public static bool IsOffered(XConnection connection)
    {
        int major = Major, minor = Minor;
        return connection.Knows(XInput2.Extension) && XInput2.XIQueryVersion(connection.Display, ref major, ref minor) == 0
            && (major, minor).CompareTo((Major, 1)) >= 0;
    }

    public void Dispose()
    {
        _over = true;
        _thread.Join();
        _connection.Dispose();
    }

    private void Watch()
    {
        var readable = new PollDescriptor { Descriptor = Xlib.XConnectionNumber(_connection.Display), Wanted = Readable };
        byte* any = stackalloc byte[Xlib.EventBytes];
        while (!_over)
        {
            while (Xlib.XPending(_connection.Display) > 0)
            {
                _ = Xlib.XNextEvent(_connection.Display, any);
                Take((XGenericEventCookie*)any);
            }
            _ = poll(&readable, 1, LookForEnd);
        }
    }

    private void Take(XGenericEventCookie* cookie)
    {
        if (cookie->Type != XInput2.GenericEvent || XInput2.XGetEventData(_connection.Display, cookie) == 0)
            return;
        HandEvent? happened = cookie->EventType switch
        {
            XInput2.RawKeyPress => new HandEvent(HandEventKind.Key, cookie->Data->Detail),
            XInput2.RawButtonPress => new HandEvent(HandEventKind.Button, cookie->Data->Detail),
            XInput2.RawMotion => Move(cookie->Data),
            _ => null,
        };
        bool isHand = happened is { } known && !(IsProgram(cookie->Data->Source) && _events.Take(known));
        bool isInTheWay = isHand && !_own.WasForUs((uint)cookie->Data->Time);
        XInput2.XFreeEventData(_connection.Display, cookie);
        if (isHand)
            _own.UsedByHand();
        if (isInTheWay)
            _seen();
    }

    // Only those axes are told that were set, one value for each bit.
    private static HandEvent Move(XIRawEvent* moved)
    {
        int axes = moved->MaskLength > 0 ? moved->Mask[0] : 0;
        return (axes & (X | Y)) == (X | Y)
            ? new HandEvent(HandEventKind.Move, (int)moved->RawValues[0], (int)moved->RawValues[1])
            : new HandEvent(HandEventKind.Move, -1, -1);
    }

    // The server's device through which programs, we among them, make events.
    private bool IsProgram(int device)
    {
        if (_programs.TryGetValue(device, out bool known))
            return known;
        XIDeviceInfo* info = XInput2.XIQueryDevice(_connection.Display, device, out _);
        bool isProgram = info is not null && Marshal.PtrToStringUTF8(info->Name)?.Contains("XTEST", StringComparison.Ordinal) == true;
        if (info is not null)
            XInput2.XIFreeDeviceInfo(info);
        return _programs[device] = isProgram;
    }

    [LibraryImport("libc")]
    private static partial int poll(PollDescriptor* descriptors, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
