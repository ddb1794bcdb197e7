using System.Runtime.InteropServices;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>Which keys an X server holds to be down: a key that a program pressed and forgot stays down for everybody.</summary>
internal static partial class HeldKeys
{
    /// <summary>X key codes, 8 to 255.</summary>
    public static IReadOnlyList<int> On(string display)
    {
        nint connection = XOpenDisplay(display);
        if (connection == 0)
        {
            throw new InvalidOperationException($"Display {display} cannot be opened.");
        }

        try
        {
            byte[] keys = new byte[32];
            _ = XQueryKeymap(connection, keys);
            return [.. Enumerable.Range(0, 256).Where(key => (keys[key / 8] & (1 << (key % 8))) != 0)];
        }
        finally
        {
            _ = XCloseDisplay(connection);
        }
    }

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string display);

    [LibraryImport("libX11.so.6")]
    private static partial int XQueryKeymap(nint connection, [Out] byte[] keys);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint connection);
}
