using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>
/// Every page and every state of the strip as a picture, in artifacts/pictures, for people to look at. Those in
/// docs/pictures are taken from there.
/// </summary>
public sealed class AgentPicturesTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    [Theory]
    [InlineData("de", "light")]
    [InlineData("en", "dark")]
    public async Task Windows_HaveTheirPlace_WhenAPictureOfEachIsTaken(string locale, string look)
    {
        string theme = look == "dark" ? "Adwaita-dark" : "Adwaita";
        await display.RunAsync("xsetroot", "-solid", look == "dark" ? "#2b3a42" : "#b9c6c9");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using var agent = AgentProcess.Start(
            display, new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = Settings(theme) },
            "--server", desk.Address, "--channel", "482 913 077", "--locale", locale);
        string Name(string what) => $"agent-{what}-{look}-{locale}";

        await TakeAsync(await agent.PageAsync("start"), Name("start"));
        await agent.YesAsync("start");
        await TakeAsync(await agent.PageAsync("channel"), Name("channel"));
        desk.RefuseWith = JoinRefusal.UnknownChannel;
        await agent.YesAsync("channel");
        await Shell.UntilAsync(() => desk.Offers.Count == 1, "an offer");
        await TakeAsync(await agent.PageAsync("channel"), Name("refused"));
        desk.RefuseWith = null;
        desk.ViewerComes = false;
        using System.Diagnostics.Process mail = display.Start("xterm", "-T", "Mail – Posteingang", "-geometry", "70x20+120+260", "-e", "printf 'Von: Anna Berg\n'; sleep 300");
        await display.RunAsync("xdotool", "search", "--sync", "--onlyvisible", "--name", "Mail");
        await agent.YesAsync("channel");
        await TakeAsync(await agent.PageAsync("viewing"), Name("viewing"));
        await TakeAsync(await agent.StripAsync("waiting"), Name("strip-waiting"));
        await agent.ShowOnlyAsync("viewing");
        await TakeAsync(await agent.PageAsync("show"), Name("show"));
        await agent.NoAsync("show");
        await agent.YesAsync("viewing");
        await TakeAsync(await agent.PageAsync("connecting"), Name("connecting"));
        await desk.SayViewerReadyAsync();
        await TakeAsync(await agent.PageAsync("number"), Name("number"));
        await agent.EnterAsync("number", () => desk.Viewer.WrongNumber);
        await Shell.UntilAsync(() => desk.Reports.Contains("news NumberWrong"), "the wrong number");
        await TakeAsync(await agent.PageAsync("number"), Name("number-wrong"));
        await agent.TypeNumberAsync(desk);
        await TakeAsync(await agent.StripAsync("seen"), Name("strip-seen"));
        await desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await TakeAsync(await agent.PageAsync("control"), Name("control"));
        await agent.YesAsync("control");
        await TakeAsync(await agent.StripAsync("controlled"), Name("strip-controlled"));
        await display.RunAsync("xdotool", "mousemove_relative", "2", "2");
        await TakeAsync(await agent.StripAsync("paused"), Name("strip-hand"));
        await agent.StripAsync("controlled");
        await agent.PauseAsync("controlled", controlled: true);
        await Shell.UntilAsync(() => desk.Viewer.Received.OfType<Paused>().LastOrDefault()?.Reason == PauseReason.ByCustomer, "a pause");
        await TakeAsync(await agent.StripAsync("paused"), Name("strip-paused"));
        await agent.PauseAsync("paused", controlled: true);
        await agent.StripAsync("controlled");
        await display.RunAsync("import", "-window", "root", $"{Folder}/{Name("desktop")}.png");
        foreach ((Grants grant, string page) in new[]
            { (Grants.ClipboardToConsultant, "grant-clipboard"), (Grants.ClipboardToCustomer, "grant-pasting"), (Grants.FileToCustomer, "grant-file") })
        {
            await desk.Viewer.SendAsync(new GrantRequest(grant));
            await TakeAsync(await agent.PageAsync(page), Name(page));
            await agent.YesAsync(page);
            await Shell.UntilAsync(() => desk.Viewer.Grants!.Grants.HasFlag(grant), "the grant");
        }
        await TakeAsync(await agent.StripAsync("controlled"), Name("strip-held"));
        await desk.Viewer.SendAsync(new ClipboardText("https://vpn.example.org/client\nvpn.example.org\na.berg@vpn.example.org"));
        await TakeAsync(await agent.PageAsync("text-for-you"), Name("text-for-you"));
        await agent.NoAsync("text-for-you");
        await new DesktopClipboard(display).CopyAsync(locale == "de" ? "Fehler 0x80070005: Zugriff verweigert" : "Error 0x80070005: access denied");
        await desk.Viewer.SendAsync(new ClipboardRequest());
        await TakeAsync(await agent.PageAsync("text-from-you"), Name("text-from-you"));
        await agent.NoAsync("text-from-you");
        await agent.StripAsync("controlled");
        await desk.Viewer.SendAsync(new ProblemFound());
        await TakeAsync(await agent.PageAsync("problem-found"), Name("problem-found"));
        await agent.YesAsync("problem-found");
        await agent.StripAsync("seen");
        await agent.AllowControlAsync(desk);
        desk.Viewer.Answers = false;
        await desk.Viewer.CloseAsync(4504);
        await TakeAsync(await agent.StripAsync("paused"), Name("strip-lost"));
        desk.Viewer.Answers = true;
        desk.Viewer.Abort();
        await agent.EndByStripAsync("seen");
        await TakeAsync(await agent.PageAsync("ended"), Name("ended"));
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        mail.Kill();
    }

    private static string Folder { get; } = Directory.CreateDirectory(Path.Combine(AgentProcess.Root, "artifacts", "pictures")).FullName;

    private static string Settings(string theme)
    {
        string home = Directory.CreateTempSubdirectory("agent-look").FullName;
        Directory.CreateDirectory($"{home}/gtk-3.0");
        File.WriteAllText($"{home}/gtk-3.0/settings.ini", $"[Settings]\ngtk-theme-name={theme}\n");
        return home;
    }

    private async Task TakeAsync(Box window, string name)
    {
        window.X.ShouldBeGreaterThanOrEqualTo(0);
        window.Y.ShouldBeGreaterThanOrEqualTo(0);
        (window.X + window.Width).ShouldBeLessThanOrEqualTo(1280);
        (window.Y + window.Height).ShouldBeLessThanOrEqualTo(800);
        if (window.X > 700)
            window.Width.ShouldBe(420);
        await display.RunAsync(
            "import", "-window", "root", "-crop", $"{window.Width}x{window.Height}+{window.X}+{window.Y}", "+repage", $"{Folder}/{name}.png");
    }
}
