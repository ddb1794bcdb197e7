using System.Runtime.InteropServices;
using ServiceDesk.CustomerAgent.Clipboard.Gtk;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Input.X11;
using ServiceDesk.CustomerAgent.Native;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Prompts.Gtk;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Screens.X11;
using ServiceDesk.CustomerAgent.Transport;

namespace ServiceDesk.CustomerAgent;

/// <summary>The agent on a Linux desktop with X11 and GTK 3: puts the parts together and takes them apart.</summary>
internal static class X11Desktop
{
    private static readonly string[] Libraries =
        ["libX11.so.6", "libXext.so.6", "libXtst.so.6", "libXi.so.6", "libXrandr.so.2", "libgdk-3.so.0", Gtk3.Library];

    /// <summary>Why the agent cannot run on this desktop, or null when it can.</summary>
    public static (ExitCode Code, string Reason)? WhyNot(AgentTexts texts)
    {
        if (Libraries.FirstOrDefault(name => !NativeLibrary.TryLoad(name, out _)) is { } missing)
            return (ExitCode.NoLibrary, texts.NoLibrary(missing));
        _ = Xlib.XInitThreads();
        PrepareGtk();
        if (Gtk3.gtk_init_check(0, 0) == 0)
            return (ExitCode.NoDisplay, texts.NoDisplay);
        XConnection connection = Open();
        using var screen = new X11Screen(connection, new OwnWindows(), new Mask(TimeProvider.System));
        if (connection.Knows("XWAYLAND"))
            return (ExitCode.CannotShare, texts.Wayland);
        return XTestInput.IsOffered(connection) && HandWatch.IsOffered(connection) && screen.TryCapture() ? null : (ExitCode.CannotShare, texts.ScreenUnreadable);
    }

    /// <summary>Runs one session. <see cref="WhyNot"/> was asked before.</summary>
    public static ExitCode Run(AgentOptions options, AgentTexts texts)
    {
        XConnection desktop = Open();
        if (!SingleAgent.TryBecome(desktop))
            return ExitCode.AlreadyRunning;
        var own = new OwnWindows();
        var events = new OwnEvents();
        var mask = new Mask(TimeProvider.System);
        using var gate = new InputGate(new XTestInput(Open(), events), own, TimeProvider.System, new X11Reach(Open(), own, mask));
        using var hands = new HandWatch(Open(), events, own, gate.SeeHand);
        own.AllOf(XClient.Of(Gtk3.gdk_x11_get_default_xdisplay()));
        using var showing = new X11Showing(Open(), own, mask);
        Monitors.OnChange(showing.MonitorsChanged);
        using var screen = new X11Screen(Open(), own, mask);
        using var ending = new Ending(gate);
        using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hurry);
        using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Hurry);
        using PosixSignalRegistration hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Hurry);
        AppDomain.CurrentDomain.UnhandledException += (_, _) => gate.End(); // no key stays down, whatever happens
        var talk = new Conversation(new GtkView(texts, options.Address?.Host ?? "", own, new XWatch(desktop)), texts, TimeProvider.System) { Showing = showing };
        return GtkLoop.Run(async () =>
        {
            if (options.Address is not { } address)
            {
                await Console.Error.WriteLineAsync(texts.BadAddress(options.Server));
                await talk.SayProblemAsync(texts.BadAddress(options.Server), ending.Token);
                return ExitCode.NoDesk;
            }
            await using var desk = new Desk(address, TimeProvider.System);
            return await new AgentSession(talk, texts, screen, gate, ending, TimeProvider.System) { Clipboard = new GtkClipboard() }.RunAsync(desk, options.Channel);
        });

        void Hurry(PosixSignalContext signal)
        {
            signal.Cancel = true; // we go by ourselves, with all keys up
            ending.Hurry();
        }
    }

    private static XConnection Open() =>
        XConnection.TryOpen() ?? throw new InvalidOperationException("The display went away.");

    // The program leaves nothing behind, so neither may GTK: settings stay in memory, and without a session bus nothing
    // starts one. GTK would choose Wayland where it can; the picture and the input here are X11's.
    private static void PrepareGtk()
    {
        GLib.g_set_prgname("servicedesk-agent");
        Gtk3.gdk_set_program_class("ServiceDesk-Agent");
        Gtk3.gdk_set_allowed_backends("x11");
        _ = GLib.g_setenv("GSETTINGS_BACKEND", "memory", 1);
        if (Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is null)
            _ = GLib.g_setenv("NO_AT_BRIDGE", "1", 1);
    }
}
