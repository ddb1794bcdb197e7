using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Prompts.Gtk;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Clipboard.Gtk;

/// <summary>
/// The selection CLIPBOARD, by way of GTK. That something new was copied is known by a new owner. A clipboard manager may become the
/// owner of what was there before; so that text is known again, by its hash.
/// </summary>
internal sealed class GtkClipboard : IClipboard
{
    // A text that is longer is refused; more of it need not be read to know that.
    private const int MostBytes = WireLimits.ClipboardBytes + 4;

    private readonly nint _clipboard = Gtk3.gtk_clipboard_get(Gtk3.gdk_atom_intern("CLIPBOARD", 0));
    private Task<byte[]?> _before = Task.FromResult<byte[]?>(null);
    private bool _hasChanged, _isOver = true;

    public GtkClipboard() => Signals.OnNotify(_clipboard, "owner-change", () => _hasChanged = true);

    public void Begin()
    {
        (_hasChanged, _isOver) = (false, false);
        _before = HashAsync();
    }

    public async Task<string?> ReadAsync()
    {
        if (!_hasChanged || _isOver)
            return null;
        byte[]? before = await _before;
        string? text = await RequestAsync();
        return text is null || _isOver || (before is not null && before.AsSpan().SequenceEqual(HashOf(text))) ? null : text;
    }

    public void Write(string text) => Gtk3.gtk_clipboard_set_text(_clipboard, text, -1);

    public void End()
    {
        _isOver = true;
        Gtk3.gtk_clipboard_clear(_clipboard); // nothing happens where it is somebody else's
    }

    private async Task<byte[]?> HashAsync() => await RequestAsync() is { } text ? HashOf(text) : null;

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    // An owner that does not answer is given up by GTK after half a minute.
    private unsafe Task<string?> RequestAsync()
    {
        var text = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Gtk3.gtk_clipboard_request_text(_clipboard, &Received, GCHandle.ToIntPtr(GCHandle.Alloc(text)));
        return text.Task;
    }

    [UnmanagedCallersOnly]
    private static unsafe void Received(nint clipboard, byte* text, nint data)
    {
        var handle = GCHandle.FromIntPtr(data);
        var waiting = (TaskCompletionSource<string?>)handle.Target!;
        handle.Free();
        waiting.SetResult(text is null ? null : Encoding.UTF8.GetString(text, LengthOf(text)));
    }

    private static unsafe int LengthOf(byte* text)
    {
        int length = 0;
        while (length < MostBytes && text[length] != 0)
            length++;
        return length;
    }
}
