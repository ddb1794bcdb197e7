using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// Reads the root window: through shared memory where the server offers it, else over the connection. The size is asked
/// before each picture, so a change of resolution, an added monitor or a turned screen simply gives a picture of the new size.
/// </summary>
internal sealed class X11Screen : IScreen
{
    private readonly XConnection _connection;
    private readonly Damage? _damage;
    private bool _shared;
    private SharedImage? _image;
    private PlainImage? _plain;

    /// <param name="connection">Owned by the screen from now on.</param>
    /// <param name="sharedMemory">False reads over the connection even where shared memory would work.</param>
    public X11Screen(XConnection connection, bool sharedMemory = true)
    {
        _connection = connection;
        _damage = Damage.TryWatch(connection);
        _shared = sharedMemory && XShm.XShmQueryExtension(connection.Display) != 0;
    }

    /// <summary>Whether the last picture came through shared memory.</summary>
    public bool UsesSharedMemory => _image is not null;

    public bool MayHaveChanged() => _damage is null || _damage.Take();

    public PictureView Picture => _image is not null ? _image.Picture
        : _plain is not null ? _plain.Picture
        : throw new InvalidOperationException("Nothing was captured yet.");

    public bool TryCapture()
    {
        (int width, int height) = _connection.Size();
        if (_shared && (_image is null || _image.Width != width || _image.Height != height))
        {
            _image?.Dispose();
            _image = SharedImage.TryCreate(_connection, width, height);
            _shared = _image is not null;
        }
        if (_image is not null)
            return _image.TryRead();
        _plain?.Dispose();
        _plain = PlainImage.TryRead(_connection, width, height);
        return _plain is not null;
    }

    public (int X, int Y) Pointer()
    {
        _ = Xlib.XQueryPointer(_connection.Display, _connection.Root, out _, out _, out int x, out int y, out _, out _, out _);
        return (x, y);
    }

    public void Dispose()
    {
        _image?.Dispose();
        _plain?.Dispose();
        _connection.Dispose();
    }
}
