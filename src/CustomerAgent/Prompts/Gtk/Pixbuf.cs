using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>A picture for GTK's windows, which keep it themselves for as long as they show it.</summary>
internal sealed unsafe class Pixbuf : IDisposable
{
    private const int Rgb = 0, Bits = 8;

    /// <param name="pixels">R G B, or R G B A, row by row without gaps.</param>
    public Pixbuf(ReadOnlySpan<byte> pixels, int width, int height, bool alpha)
    {
        fixed (byte* data = pixels)
        {
            nint bytes = GLib.g_bytes_new(data, (nuint)pixels.Length);
            Handle = Gtk3.gdk_pixbuf_new_from_bytes(bytes, Rgb, alpha ? 1 : 0, Bits, width, height, width * (alpha ? 4 : 3));
            GLib.g_bytes_unref(bytes);
        }
    }

    public nint Handle { get; }

    /// <summary>Shows a picture in an image in place of the one before.</summary>
    public static void Show(Thumbnail picture, nint image)
    {
        using var pixbuf = new Pixbuf(picture.Rgb, picture.Width, picture.Height, alpha: false);
        pixbuf.ShowIn(image);
    }

    /// <summary>Shows it in an image in place of the one before.</summary>
    public void ShowIn(nint image) => Gtk3.gtk_image_set_from_pixbuf(image, Handle);

    public void Dispose() => GLib.g_object_unref(Handle);
}
