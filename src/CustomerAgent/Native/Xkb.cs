using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>What the keyboard map says now: which key gives which character under which modifiers.</summary>
internal static partial class Xkb
{
    private const string Library = "libX11.so.6";

    public const uint CoreKeyboard = 0x100;
    public const uint AllClientParts = 0x7;

    /// <summary>XkbNewKeyboardNotify and XkbMapNotify: the two events after which a map is out of date.</summary>
    public const uint MapEvents = 0x3;

    [LibraryImport(Library)]
    public static partial int XkbQueryExtension(
        nint display, out int opcode, out int firstEvent, out int firstError, ref int major, ref int minor);

    [LibraryImport(Library)]
    public static partial int XkbSelectEvents(nint display, uint device, nuint bits, nuint values);

    [LibraryImport(Library)]
    public static partial nint XkbGetMap(nint display, uint parts, uint device);

    [LibraryImport(Library)]
    public static partial void XkbFreeKeyboard(nint map, uint parts, int freeAll);

    [LibraryImport(Library)]
    public static partial int XkbTranslateKeyCode(
        nint map, byte keycode, uint modifiers, out uint consumed, out nuint keysym);

    [LibraryImport(Library)]
    public static partial uint XkbKeysymToModifiers(nint display, nuint keysym);

    [LibraryImport(Library)]
    public static partial int XkbGetState(nint display, uint device, out XkbState state);
}

/// <summary>XkbStateRec.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XkbState
{
    public byte Group;
    public byte LockedGroup;
    public ushort BaseGroup;
    public ushort LatchedGroup;
    public byte Modifiers;
    public byte BaseModifiers;
    public byte LatchedModifiers;
    public byte LockedModifiers;
    public byte CompatState;
    public byte GrabModifiers;
    public byte CompatGrabModifiers;
    public byte LookupModifiers;
    public byte CompatLookupModifiers;
    public ushort PointerButtons;
}
