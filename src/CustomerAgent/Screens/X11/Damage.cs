using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// Has the server say when something is drawn. Only a hint that saves reading a screen on which nothing happens: the
/// picture itself decides what has changed.
/// </summary>
internal sealed unsafe partial class Damage
{
    private const string Library = "libXdamage.so.1";
    private const int ReportNonEmpty = 3;

    private readonly XConnection _connection;
    private readonly nuint _damage;
    private bool _drawn = true;

    private Damage(XConnection connection, nuint damage)
    {
        _connection = connection;
        _damage = damage;
    }

    /// <summary>Null where the server or this computer has no such extension.</summary>
    public static Damage? TryWatch(XConnection connection)
    {
        if (!NativeLibrary.TryLoad(Library, out _) || XDamageQueryExtension(connection.Display, out _, out _) == 0)
            return null;
        nuint damage = XDamageCreate(connection.Display, connection.Root, ReportNonEmpty);
        return XErrors.Take(connection.Display) == 0 ? new Damage(connection, damage) : null;
    }

    /// <summary>Something was drawn: an event of the connection said so.</summary>
    public void Note() => _drawn = true;

    /// <summary>Whether anything was drawn since the last call.</summary>
    public bool Take()
    {
        if (!_drawn)
            return false;
        _drawn = false;
        XDamageSubtract(_connection.Display, _damage, 0, 0);
        return true;
    }

    [LibraryImport(Library)]
    private static partial int XDamageQueryExtension(nint display, out int firstEvent, out int firstError);

    [LibraryImport(Library)]
    private static partial nuint XDamageCreate(nint display, nuint drawable, int level);

    [LibraryImport(Library)]
    private static partial void XDamageSubtract(nint display, nuint damage, nuint repair, nuint parts);
}
