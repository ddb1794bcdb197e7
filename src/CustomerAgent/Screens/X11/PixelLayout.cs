using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>The one pixel layout that the encoder reads, which every true-colour X server of today uses.</summary>
internal static unsafe class PixelLayout
{
    private const int LeastSignificantFirst = 0;

    public static bool IsBgrx(XImage* image) =>
        image->BitsPerPixel == 32 && image->ByteOrder == LeastSignificantFirst
        && image->RedMask == 0xFF0000 && image->GreenMask == 0xFF00 && image->BlueMask == 0xFF;

    public static Span<byte> Pixels(XImage* image) => new(image->Data, image->BytesPerLine * image->Height);

    public static PictureView Picture(XImage* image) => new(Pixels(image), image->Width, image->Height, image->BytesPerLine);
}
