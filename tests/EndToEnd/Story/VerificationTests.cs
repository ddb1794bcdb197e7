using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>The number on the phone, the customer's windows, and the line that comes back.</summary>
public sealed class VerificationTests(Browsers browsers)
{
    [Fact]
    [Trait("Abuse", "21")]
    public async Task Number_BurnsTheChannel_WhenItIsWrongThreeTimes()
    {
        await using RunningSession session = await RunningSession.JoinAsync(browsers);
        await session.VerifyAsync();
        string wrong = (await session.Viewer.NumberAsync())[0] == '1' ? "200000" : "100000";

        for (int typing = 1; typing <= 3; typing++)
        {
            await session.Windows.TypeAsync("number", wrong);
            await session.Windows.YesAsync("number");
        }

        await session.Windows.YesAsync("ended");
        await session.Viewer.StateAsync("ended");
        await session.Consultant.SeesEndAsync("NumberWrong");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        await session.Agent.LeavesNothingAsync();
    }

    [Fact]
    public async Task Line_ComesBackByItself_ViewOnly_WhenItBreaksDuringControl()
    {
        await using RunningSession session = await RunningSession.BeginThroughAsync(browsers);
        await session.TakeControlAsync();
        await session.Viewer.Page.Keyboard.DownAsync("ArrowLeft");
        await Patience.UntilAsync(() => HeldKeys.On(session.Desktop.Display).Count > 0, "the key is down on the customer's desktop");

        session.Relay.ShouldNotBeNull().CutLines();

        await Patience.UntilAsync(() => HeldKeys.On(session.Desktop.Display).Count == 0, "no key is down any more");
        await session.Viewer.StateAsync("seen", seconds: 40);
        await session.Viewer.Page.Keyboard.UpAsync("ArrowLeft");
        await session.Windows.StripAsync("seen");
        await session.TakeControlAsync();
        await session.Viewer.EqualsAsync(session.Desktop);
        await session.Consultant.SeesAsync("Active");
        await session.Windows.EndByStripAsync("controlled");
        await session.Consultant.SeesEndAsync("CustomerEnded");
        (await session.Consultant.SessionStoryAsync()).ShouldContain("line", Case.Insensitive);
    }

    [Fact]
    [Trait("Abuse", "63")]
    public async Task Windows_HearNothing_WhenTheConsultantClicksThemThroughTheViewer()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);
        await session.TakeControlAsync();
        DesktopWindow strip = await session.Windows.StripAsync("controlled");

        await session.Viewer.ClickAsync(strip.X + strip.Width - 50, strip.Y + (strip.Height / 2)); // End
        await session.Viewer.ClickAsync(strip.X + strip.Width - 240, strip.Y + (strip.Height / 2)); // Take back

        // What comes after the clicks is done, so the clicks would have been done as well. The customer's hand comes first, so a line may have to be typed again.
        string made = Path.Combine(session.Folder, "still-here.txt");
        await Patience.UntilAsync(async () =>
        {
            await session.Viewer.ClickAsync(session.Terminal.Window.X + (session.Terminal.Window.Width / 2), session.Terminal.Window.Y + (session.Terminal.Window.Height / 2));
            await session.Viewer.TypeLineAsync("touch still-here.txt");
            await session.Viewer.StaysAsync("controlled", TimeSpan.FromSeconds(2.5));
            return File.Exists(made);
        }, "the line typed after the clicks has made its file", TimeSpan.FromSeconds(40));
        await session.Windows.StripAsync("controlled");
    }
}
