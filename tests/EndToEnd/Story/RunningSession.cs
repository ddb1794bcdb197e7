using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>
/// A session that has come as far as viewing, on real parts: a published desk, two browsers, a desktop with a terminal,
/// the downloaded agent. The ways it can end start from here.
/// </summary>
public sealed class RunningSession : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly TemporaryFolder _folder = new();

    private RunningSession()
    {
    }

    public DeskServer Desk { get; private set; } = null!;

    /// <summary>What stands between the desk and everybody; null where nobody does.</summary>
    public RelayUnderTest? Relay { get; private set; }

    public Desktop Desktop { get; private set; } = null!;
    public Terminal Terminal { get; private set; } = null!;
    public Consultant Consultant { get; private set; } = null!;
    public Customer Customer { get; private set; } = null!;
    public AgentProcess Agent { get; private set; } = null!;
    public AgentWindows Windows { get; private set; } = null!;
    public ViewerScreen Viewer { get; private set; } = null!;
    public string Channel { get; private set; } = "";

    /// <summary>Where the terminal's shell stands.</summary>
    public string Folder => _folder.Path;

    /// <summary>As far as the consultant seeing the desktop.</summary>
    public static Task<RunningSession> BeginAsync(Browsers browsers) => BeginAsync(browsers, isSeen: true);

    /// <summary>As far as the agent asking whether the consultant may see; the viewer is not open yet.</summary>
    public static Task<RunningSession> JoinAsync(Browsers browsers) => BeginAsync(browsers, isSeen: false);

    /// <summary>As <see cref="JoinAsync"/>, with a desk whose relay somebody else has taken over.</summary>
    public static Task<RunningSession> JoinThroughAsync(Browsers browsers) => BeginAsync(browsers, isSeen: false, isRelayed: true);

    /// <summary>As <see cref="BeginAsync(Browsers)"/>, with a desk whose relay somebody else has taken over.</summary>
    public static Task<RunningSession> BeginThroughAsync(Browsers browsers) => BeginAsync(browsers, isSeen: true, isRelayed: true);

    private static async Task<RunningSession> BeginAsync(Browsers browsers, bool isSeen, bool isRelayed = false)
    {
        RunningSession session = new();
        try
        {
            await session.RunAsync(browsers, isRelayed);
            if (isSeen)
            {
                await session.SeeAsync();
            }

            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>From the agent's question whether the consultant may see to the number that the consultant reads out.</summary>
    public async Task VerifyAsync()
    {
        await OpenViewerAsync();
        await ReachNumberAsync();
    }

    /// <summary>The consultant has the viewer open and waits.</summary>
    public async Task OpenViewerAsync()
    {
        Viewer = await Consultant.OpenViewerAsync();
        await Viewer.StateAsync("waiting");
    }

    /// <summary>The customer allows viewing, and is asked for the number.</summary>
    public async Task ReachNumberAsync()
    {
        await Windows.YesAsync("viewing");
        await Windows.PanelAsync("number");
        await Viewer.StateAsync("verifying");
    }

    /// <summary>The consultant asks for mouse and keyboard, the customer says yes, and the terminal gets the keyboard.</summary>
    public async Task TakeControlAsync()
    {
        await Viewer.RequestControlAsync();
        await Windows.YesAsync("control");
        await Viewer.StateAsync("controlled");
        await Windows.StripAsync("controlled");
        await Viewer.StaysAsync("controlled", TimeSpan.FromSeconds(2.5)); // the hand that clicked "Allow" rests two seconds before the consultant's counts
        await Viewer.ClickAsync(Terminal.Window.X + (Terminal.Window.Width / 2), Terminal.Window.Y + (Terminal.Window.Height / 2));
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out IAsyncDisposable? part))
        {
            await part.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Where everybody finds the desk.</summary>
    public Uri Origin => Relay?.Origin ?? Desk.Origin;

    private async Task RunAsync(Browsers browsers, bool isRelayed)
    {
        await StartDeskAsync(isRelayed);
        Desktop = Keep(await Desktop.StartAsync());
        Terminal = await Terminal.OpenAsync(Desktop, Folder);
        Windows = new AgentWindows(Desktop);

        Consultant = Keep(await Consultant.SignInAsync(browsers, Origin, "max"));
        await Consultant.OpenTicketAsync("Frieda Kranich", "Mail program asks for the password again");
        Channel = await Consultant.StartSessionAsync();
        await Consultant.SeesAsync("Waiting");

        Customer = Keep(await Customer.EnterAsync(browsers, Origin, Channel));
        await Consultant.SeesAsync("PageOpened");
        await Customer.AcceptAsync();
        await Consultant.SeesAsync("Accepted");

        Agent = Keep(AgentProcess.Start(await Customer.DownloadAsync(), Desktop, Origin));
        await Windows.YesAsync("start");
        await Windows.TypeAsync("channel", Channel.Replace(" ", "", StringComparison.Ordinal));
        await Windows.YesAsync("channel");
        await Consultant.SeesAsync("AgentJoined");
    }

    private async Task SeeAsync()
    {
        await VerifyAsync();
        await Windows.TypeAsync("number", await Viewer.NumberAsync());
        await Windows.YesAsync("number");
        await Windows.StripAsync("seen");
        await Viewer.UnlockAsync();
        await Viewer.StateAsync("seen");
        await Consultant.SeesAsync("Active");
    }

    private async Task StartDeskAsync(bool isRelayed)
    {
        if (!isRelayed)
        {
            Desk = Keep(await DeskServer.StartAsync());
            return;
        }

        Uri origin = new($"http://localhost:{DeskServer.FreePort()}");
        Desk = Keep(await DeskServer.StartAsync($"--Desk:PublicOrigin={origin.GetLeftPart(UriPartial.Authority)}"));
        Relay = Keep(await RelayUnderTest.StartAsync(origin, Desk.Origin));
    }

    private T Keep<T>(T part) where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
