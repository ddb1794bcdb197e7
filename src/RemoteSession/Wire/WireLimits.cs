namespace ServiceDesk.Remote.Wire;

/// <summary>Bounds that both ends check before they allocate.</summary>
public static class WireLimits
{
    /// <summary>
    /// Longest message from the agent, in bytes, type included. With one end mark, padding to whole KiB and 29 bytes of
    /// record header and tag the sealed record stays below 256 KiB.
    /// </summary>
    public const int FromAgent = (255 * 1024) - 1;

    /// <summary>Longest message from the viewer, in bytes, type included: the longest text with its header is 1,029.</summary>
    public const int FromViewer = (4 * 1024) - 1;

    /// <summary>Longest picture side, in pixels.</summary>
    public const int PictureSide = 16384;

    /// <summary>Largest picture, in pixels: 8192 × 8192.</summary>
    public const int PicturePixels = 64 * 1024 * 1024;

    /// <summary>Longest script of one <see cref="Messages.FrameUpdate"/>, in bytes when unpacked.</summary>
    public const int ScriptBytes = 16 * 1024 * 1024;

    /// <summary>Longest <see cref="Messages.TextInput"/>, in bytes of UTF-8.</summary>
    public const int TextBytes = 1024;
}
