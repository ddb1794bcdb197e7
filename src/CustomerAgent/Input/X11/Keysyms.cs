namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>Keysyms by their names in keysymdef.h.</summary>
internal static class Keysyms
{
    public const nuint ShiftLeft = 0xFFE1;
    public const nuint F10 = 0xFFC7;
    public const nuint F11 = 0xFFC8;
    public const nuint F12 = 0xFFC9;
}
