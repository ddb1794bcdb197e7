using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens;

namespace ServiceDesk.CustomerAgent.Prompts.Gtk;

/// <summary>Brings pictures into GTK's windows.</summary>
internal static unsafe class Pixbuf
{
    private const int Rgb = 0, BytesPerPixel = 3;

    /// <summary>Shows a picture in an image in place of the one before.</summary>
    public static void Show(Thumbnail picture, nint image)
    {
        fixed (byte* data = picture.Rgb)
        {
            nint bytes = GLib.g_bytes_new(data, (nuint)picture.Rgb.Length);
            nint pixbuf = Gtk3.gdk_pixbuf_new_from_bytes(bytes, Rgb, alpha: 0, bits: 8, picture.Width, picture.Height, picture.Width * BytesPerPixel);
            Gtk3.gtk_image_set_from_pixbuf(image, pixbuf);
            GLib.g_object_unref(pixbuf);
            GLib.g_bytes_unref(bytes);
        }
    }
}
