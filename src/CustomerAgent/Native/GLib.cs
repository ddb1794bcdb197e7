using System.Runtime.InteropServices;

namespace ServiceDesk.CustomerAgent.Native;

/// <summary>The few calls of GLib and GObject that the windows need.</summary>
internal static unsafe partial class GLib
{
    private const string Library = "libglib-2.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";

    public const int DefaultPriority = 0;
    public const int In = 1;

    [LibraryImport(Library)]
    public static partial uint g_idle_add_full(int priority, delegate* unmanaged<nint, int> callback, nint data, nint destroy);

    [LibraryImport(Library)]
    public static partial uint g_timeout_add(uint milliseconds, delegate* unmanaged<nint, int> callback, nint data);

    [LibraryImport(Library)]
    public static partial uint g_unix_fd_add(int descriptor, int condition, delegate* unmanaged<int, int, nint, int> callback, nint data);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_set_prgname(string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int g_setenv(string name, string value, int overwrite);

    [LibraryImport(Library)]
    public static partial void g_free(nint memory);

    [LibraryImport(Library)]
    public static partial nint g_bytes_new(byte* data, nuint size);

    [LibraryImport(Library)]
    public static partial void g_bytes_unref(nint bytes);

    [LibraryImport(Objects)]
    public static partial void g_object_unref(nint instance);

    [LibraryImport(Objects, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint g_signal_connect_data(
        nint instance, string signal, void* handler, nint data, nint destroy, int flags);

    // The two below end in "..." in C; with whole numbers and pointers only, the call is the same on x86-64.
    [LibraryImport(Objects, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_get(nint instance, string name, out nint value, nint end);

    [LibraryImport(Objects, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_set(nint instance, string name, nint value, nint end);
}
