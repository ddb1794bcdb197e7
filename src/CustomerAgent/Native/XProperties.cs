using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>What programs and window managers write on windows.</summary>
internal static unsafe class XProperties
{
    private const nint MostWords = 16384;
    private const int Longs = 32;

    /// <summary>Numbers, such as those of windows; null where there is no such property.</summary>
    public static nuint[]? Numbers(XConnection connection, nuint window, string name) => Read(connection, window, name, (data, count, format) =>
        format == Longs ? MemoryMarshal.Cast<byte, nuint>(new ReadOnlySpan<byte>((byte*)data, count * sizeof(nuint))).ToArray() : null);

    /// <summary>A window's title; null where it has none.</summary>
    public static string? Title(XConnection connection, nuint window) =>
        (Text(connection, window, "_NET_WM_NAME") ?? Text(connection, window, "WM_NAME")) is { Length: > 0 } title ? title : null;

    private static string? Text(XConnection connection, nuint window, string name) => Read(connection, window, name, (data, count, format) =>
        format == 8 ? Decode(new ReadOnlySpan<byte>((byte*)data, count)) : null);

    // The new property is UTF-8. The old one is Latin-1 by its rules, UTF-8 by the habit of many programs, or UTF-8 between
    // the escapes of "compound text".
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        string text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        text = text.Replace("\u001B%G", "", StringComparison.Ordinal).Replace("\u001B%@", "", StringComparison.Ordinal);
        return string.Concat(text.Where(character => !char.IsControl(character)));
    }

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
