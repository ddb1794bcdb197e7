using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Native;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>Connects GTK's signals to managed code. The connected code lives as long as its widget.</summary>
internal static unsafe class Signals
{
    /// <summary>Signals of the shape <c>void (object, data)</c>, such as clicked, activate, hide.</summary>
    public static void On(nint instance, string signal, Action handler) =>
        Connect(instance, signal, (delegate* unmanaged<nint, nint, void>)&Plain, handler);

    /// <summary>Signals of the shape <c>gboolean (widget, event, data)</c>. True keeps GTK from doing what it would do.</summary>
    public static void OnEvent(nint instance, string signal, Func<bool> handler) =>
        Connect(instance, signal, (delegate* unmanaged<nint, nint, nint, int>)&Event, handler);

    /// <summary>Signals of the shape <c>void (object, something, data)</c>: notify::…, size-allocate.</summary>
    public static void OnNotify(nint instance, string signal, Action handler) =>
        Connect(instance, signal, (delegate* unmanaged<nint, nint, nint, void>)&Notify, handler);

    /// <summary>The tray's popup-menu: <c>void (icon, button, time, data)</c>.</summary>
    public static void OnPopup(nint instance, Action handler) =>
        Connect(instance, "popup-menu", (delegate* unmanaged<nint, uint, uint, nint, void>)&Popup, handler);

    private static void Connect(nint instance, string signal, void* callback, Delegate handler)
    {
        nint data = GCHandle.ToIntPtr(GCHandle.Alloc(handler));
        _ = GLib.g_signal_connect_data(instance, signal, callback, data, (nint)(delegate* unmanaged<nint, nint, void>)&Free, 0);
    }

    private static T Handler<T>(nint data) where T : Delegate => (T)GCHandle.FromIntPtr(data).Target!;

    [UnmanagedCallersOnly]
    private static void Plain(nint instance, nint data) => Handler<Action>(data)();

    [UnmanagedCallersOnly]
    private static int Event(nint instance, nint gdkEvent, nint data) => Handler<Func<bool>>(data)() ? 1 : 0;

    [UnmanagedCallersOnly]
    private static void Notify(nint instance, nint something, nint data) => Handler<Action>(data)();

    [UnmanagedCallersOnly]
    private static void Popup(nint icon, uint button, uint time, nint data) => Handler<Action>(data)();

    [UnmanagedCallersOnly]
    private static void Free(nint data, nint closure) => GCHandle.FromIntPtr(data).Free();
}
