using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.CustomerAgent.Screens.X11;

/// <summary>
/// Reads the root window: through shared memory where the server offers it, else over the connection. The size is asked
/// before each picture, so a change of resolution, an added monitor or a turned screen simply gives a picture of the new size.
/// Pixels and the places of windows are read in one grab of the server, and what may not be seen is painted over before
/// anybody else gets the picture.
/// </summary>
internal sealed class X11Screen : IScreen
{
    private readonly XConnection _connection;
    private readonly Mask _mask;
    private readonly WindowPlaces _places;
    private readonly Readiness _readiness;
    private readonly Damage? _damage;
    private Choice? _chosen;
    private bool _shared, _happened;
    private SharedImage? _image;
    private PlainImage? _plain;

    /// <param name="connection">Owned by the screen from now on.</param>
    /// <param name="own">Windows that are never in a picture.</param>
    /// <param name="mask">What else is not.</param>
    /// <param name="sharedMemory">False reads over the connection even where shared memory would work.</param>
    public X11Screen(XConnection connection, OwnWindows own, Mask mask, bool sharedMemory = true)
    {
        _connection = connection;
        _mask = mask;
        _places = new WindowPlaces(connection, own, mask);
        _damage = Damage.TryWatch(connection);
        _shared = sharedMemory && XShm.XShmQueryExtension(connection.Display) != 0;
        XInput2.HearOfMoves(connection);
        _readiness = new Readiness(Xlib.XConnectionNumber(connection.Display));
    }

    /// <summary>Whether the last picture came through shared memory.</summary>
    public bool UsesSharedMemory => _image is not null;

    /// <summary>What of the last picture is not painted over.</summary>
    public Region Seen { get; private set; } = Region.Nothing;

    public Area Read { get; private set; }

    public bool IsStale => !ReferenceEquals(_chosen, _mask.Choice);

    public PictureView Picture => _image is not null ? _image.Picture
        : _plain is not null ? _plain.Picture
        : throw new InvalidOperationException("Nothing was captured yet.");

    public bool MayHaveChanged()
    {
        TakeEvents();
        return _damage is null || _happened || !_damage.Drawn.IsEmpty || _mask.IsRunningOut || IsStale;
    }

    // An event that Xlib has already taken off the line would not make it readable any more.
    public Task WhenChangedAsync() => _damage is null || Xlib.XPending(_connection.Display) > 0 ? Task.CompletedTask : _readiness.WhenReadyAsync();

    public bool TryCapture()
    {
        if (!TryRead())
        {
            (Seen, Read, _happened) = (Region.Nothing, default, true);
            return false;
        }
        Mask.Paint(_image is not null ? _image.Pixels : _plain!.Pixels, Picture.Stride, Read, Seen);
        return true;
    }

    private bool TryRead()
    {
        using var grab = new XGrab(_connection);
        (int width, int height) = _connection.Size();
        TakeEvents(); // all that happened before the grab: the server's answer came after its events
        Area drawn = _damage?.Drawn ?? default;
        _damage?.Forget();
        _happened = false;
        _chosen = _mask.Choice;
        var whole = new Area(0, 0, width, height);
        Region before = Seen;
        Seen = _mask.Seen(_places.Read(whole, _chosen), _chosen);
        // What was painted over is to be seen now, or the other way round: then all of it has to be read.
        bool isPart = _damage is not null && Seen.IsMadeAs(before);
        return TryReadPixels(whole, isPart ? (drawn with { X = 0, Width = width }).Common(whole) : whole);
    }

    private bool TryReadPixels(Area whole, Area wanted)
    {
        if (_shared && (_image is null || _image.Width != whole.Width || _image.Height != whole.Height))
        {
            _image?.Dispose();
            _image = SharedImage.TryCreate(_connection, whole.Width, whole.Height);
            _shared = _image is not null;
            wanted = whole;
        }
        Read = _image is null ? whole : wanted;
        if (_image is not null)
            return wanted.IsEmpty || _image.TryRead(wanted.Y, wanted.Height);
        _plain?.Dispose();
        _plain = PlainImage.TryRead(_connection, whole.Width, whole.Height);
        return _plain is not null;
    }

    private unsafe void TakeEvents()
    {
        byte* any = stackalloc byte[Xlib.EventBytes];
        while (Xlib.XPending(_connection.Display) > 0)
        {
            _ = Xlib.XNextEvent(_connection.Display, any);
            _happened |= _places.Note(in *(XConfigureEvent*)any);
            _damage?.Note(any);
        }
    }

    public (int X, int Y) Pointer()
    {
        _ = Xlib.XQueryPointer(_connection.Display, _connection.Root, out _, out _, out int x, out int y, out _, out _, out _);
        return (x, y);
    }

    public void Dispose()
    {
        _readiness.Dispose();
        _image?.Dispose();
        _plain?.Dispose();
        _connection.Dispose();
    }
}
