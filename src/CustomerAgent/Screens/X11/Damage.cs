using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// Has the server say where something is drawn. Only a hint that saves reading what did not change: the picture itself
/// decides.
/// </summary>
internal sealed unsafe partial class Damage
{
    private const string Library = "libXdamage.so.1";
    private const int ReportBoundingBox = 2;

    private readonly XConnection _connection;
    private readonly nuint _damage;
    private readonly int _event;

    private Damage(XConnection connection, nuint damage, int firstEvent)
    {
        _connection = connection;
        _damage = damage;
        _event = firstEvent;
    }

    /// <summary>What was drawn on since <see cref="Forget"/>; empty when nothing was.</summary>
    public Area Drawn { get; private set; }

    /// <summary>Null where the server or this computer has no such extension.</summary>
    public static Damage? TryWatch(XConnection connection)
    {
        if (!NativeLibrary.TryLoad(Library, out _) || XDamageQueryExtension(connection.Display, out int firstEvent, out _) == 0)
            return null;
        nuint damage = XDamageCreate(connection.Display, connection.Root, ReportBoundingBox);
        return XErrors.Take(connection.Display) == 0 ? new Damage(connection, damage, firstEvent) : null;
    }

    /// <summary>Takes an event of the connection.</summary>
    /// <param name="happened">An XEvent of any kind.</param>
    public void Note(byte* happened)
    {
        if (*(int*)happened == _event)
            Drawn = Drawn.Around(((XDamageEvent*)happened)->Place);
    }

    /// <summary>Begins anew. Done before the picture is read, so that what is drawn meanwhile is told again.</summary>
    public void Forget()
    {
        if (Drawn.IsEmpty)
            return;
        Drawn = default;
        XDamageSubtract(_connection.Display, _damage, 0, 0);
    }

    [LibraryImport(Library)]
    private static partial int XDamageQueryExtension(nint display, out int firstEvent, out int firstError);

    [LibraryImport(Library)]
    private static partial nuint XDamageCreate(nint display, nuint drawable, int level);

    [LibraryImport(Library)]
    private static partial void XDamageSubtract(nint display, nuint damage, nuint repair, nuint parts);

    /// <summary>XDamageNotifyEvent, 64-bit layout, up to the place.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct XDamageEvent
    {
        public int Type;
        public nuint Serial;
        public int SendEvent;
        public nint Display;
        public nuint Drawable, Damage;
        public int Level, More;
        public nuint Timestamp;
        public short X, Y;
        public ushort Width, Height;

        public readonly Area Place => new(X, Y, Width, Height);
    }
}
