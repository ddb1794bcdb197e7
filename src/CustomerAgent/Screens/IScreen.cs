namespace ServiceDesk.CustomerAgent.Screens;

/// <summary>The customer's screen as the agent may read it. Used by one thread at a time.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>
    /// False when surely nothing was drawn since the last call; true when something may have been. The first call gives true.
    /// </summary>
    bool MayHaveChanged();

    /// <summary>Reads the whole picture as it is now. False when it cannot be read at this moment, for example while its size changes.</summary>
    bool TryCapture(out Picture picture);

    /// <summary>Where the pointer is, in pixels of the picture.</summary>
    (int X, int Y) Pointer();
}

/// <summary>One captured picture: rows of B G R X bytes, from the top. The memory is good until the next capture.</summary>
internal readonly ref struct Picture(ReadOnlySpan<byte> pixels, int width, int height, int stride)
{
    /// <summary><see cref="Height"/> rows of <see cref="Stride"/> bytes.</summary>
    public ReadOnlySpan<byte> Pixels { get; } = pixels;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Bytes from one row to the next, at least four times the width.</summary>
    public int Stride { get; } = stride;
}
