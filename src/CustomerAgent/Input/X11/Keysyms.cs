namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>Keysyms by their names in keysymdef.h.</summary>
internal static class Keysyms
{
    public const nuint ShiftLeft = 0xFFE1;
}
