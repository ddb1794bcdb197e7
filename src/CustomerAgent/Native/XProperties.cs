using System.Runtime.InteropServices;
using System.Text;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>What programs and window managers write on windows.</summary>
internal static unsafe class XProperties
{
    private const nint MostWords = 16384;
    private const int Longs = 32;

    /// <summary>Numbers of windows; null where there is no such property.</summary>
    public static nuint[]? Windows(XConnection connection, nuint window, string name) => Read(connection, window, name, (data, count, format) =>
        format == Longs ? MemoryMarshal.Cast<byte, nuint>(new ReadOnlySpan<byte>((byte*)data, count * sizeof(nuint))).ToArray() : null);

    /// <summary>A window's title; null where it has none.</summary>
    public static string? Title(XConnection connection, nuint window) =>
        (Text(connection, window, "_NET_WM_NAME", Encoding.UTF8) ?? Text(connection, window, "WM_NAME", Encoding.Latin1)) is { Length: > 0 } title ? title : null;

    private static string? Text(XConnection connection, nuint window, string name, Encoding encoding) => Read(connection, window, name, (data, count, format) =>
        format == 8 ? encoding.GetString(new ReadOnlySpan<byte>((byte*)data, count)) : null);

    private static T? Read<T>(XConnection connection, nuint window, string name, Func<nint, int, int, T?> read) where T : class
    {
        nuint property = Xlib.XInternAtom(connection.Display, name, 0);
        if (Xlib.XGetWindowProperty(connection.Display, window, property, 0, MostWords, 0, 0, out _, out int format, out nuint count, out _, out byte* data) != 0
            || data is null)
        {
            _ = XErrors.Take(connection.Display); // the window may be gone
            return null;
        }
        T? value = count == 0 ? null : read((nint)data, (int)count, format);
        _ = Xlib.XFree(data);
        return value;
    }
}
