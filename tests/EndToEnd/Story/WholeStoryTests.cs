using Microsoft.Playwright;
using ServiceDesk.EndToEnd.Parts;
using UglyToad.PdfPig;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>The one story that must always work, with the ways it can end.</summary>
public sealed class WholeStoryTests(Browsers browsers)
{
    private const string Typed = "Zugvögel über Überlingen: 100 € @ 5 °C";

    [Fact]
    public async Task Story_IsToldByTheTicketWithoutAWordOfContent_WhenTheCustomerEndsByTheStrip()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);
        await session.Viewer.EqualsAsync(session.Desktop);

        await session.TakeControlAsync();
        await session.Viewer.TypeLineAsync($"echo '{Typed}' > from-the-viewer.txt");
        string made = Path.Combine(session.Folder, "from-the-viewer.txt");
        await Patience.UntilAsync(() => File.Exists(made) && new FileInfo(made).Length > 0, "the typed line has made its file");
        (await File.ReadAllTextAsync(made, TestContext.Current.CancellationToken)).ShouldBe(Typed + "\n");
        await session.Viewer.EqualsAsync(session.Desktop);
        await session.Consultant.Visitor.KeepPictureAsync("ticket-while-controlled");
        await session.Viewer.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Published.Evidence, "viewer-controlled.png") });

        await session.Windows.EndByStripAsync("controlled");
        await session.Viewer.StateAsync("ended");
        await session.Windows.YesAsync("ended");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        session.Agent.Output.ShouldBeEmpty();
        await session.Agent.LeavesNothingAsync();
        HeldKeys.On(session.Desktop.Display).ShouldBeEmpty();

        await session.Consultant.SeesEndAsync("CustomerEnded");
        string story = await session.Consultant.SessionStoryAsync();
        foreach (string told in new[] { "Max Weber", "v1", "(de)", "Customer" })
        {
            story.ShouldContain(told);
        }

        await ReviewAsync(session);
        session.Consultant.Visitor.Problems.ShouldBeEmpty();
        session.Customer.Visitor.Problems.ShouldBeEmpty();
        await NothingIsKeptAsync(session);
    }

    [Fact]
    [Trait("Abuse", "31")]
    [Trait("Abuse", "32")]
    public async Task Story_LeavesNoKeyDown_WhenTheCustomerEndsWhileAKeyIsHeld()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);
        await session.TakeControlAsync();
        await session.Viewer.Page.Keyboard.DownAsync("ArrowLeft");
        await Patience.UntilAsync(() => HeldKeys.On(session.Desktop.Display).Count > 0, "the key is down on the customer's desktop");

        await session.Windows.EndByStripAsync("controlled");

        await Patience.UntilAsync(() => HeldKeys.On(session.Desktop.Display).Count == 0, "no key is down any more");
        await session.Viewer.StateAsync("ended");
        await session.Consultant.SeesEndAsync("CustomerEnded");
        await session.Windows.YesAsync("ended");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        await session.Agent.LeavesNothingAsync();
    }

    [Fact]
    [Trait("Abuse", "66")]
    public async Task Story_EndsAsLost_WhenTheAgentIsKilled()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);

        await session.Agent.KillAsync();

        await session.Viewer.StateAsync("interrupted", seconds: 15);
        await session.Agent.LeavesNothingAsync();
        await session.Viewer.StateAsync("ended", seconds: 80); // a line that is lost may come back within a minute
        await session.Consultant.SeesEndAsync("AgentLost");
    }

    [Fact]
    [Trait("Abuse", "34")]
    [Trait("Abuse", "35")]
    public async Task Story_EndsAsAborted_WhenTheDeskIsKilled()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);
        await session.TakeControlAsync();
        await session.Viewer.Page.Keyboard.DownAsync("ArrowLeft");
        await Patience.UntilAsync(() => HeldKeys.On(session.Desktop.Display).Count > 0, "the key is down on the customer's desktop");

        await session.Desk.KillAsync();

        await Patience.UntilAsync(() => HeldKeys.On(session.Desktop.Display).Count == 0, "no key is down any more");
        await session.Viewer.StateAsync("interrupted");
        await session.Desk.StartAgainAsync();
        await session.Viewer.StateAsync("ended", seconds: 80);
        await session.Windows.YesAsync("ended");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        await session.Agent.LeavesNothingAsync();
        await using Consultant again = await Consultant.SignInAsync(browsers, session.Desk.Origin, "max");
        await again.GoToTicketAsync(session.Consultant.Ticket);
        await again.SeesEndAsync("Aborted");
    }

    [Fact]
    public async Task Story_EndsForBothSides_WhenTheConsultantEnds()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);

        await session.Viewer.EndAsync();

        await session.Viewer.StateAsync("ended");
        await session.Consultant.SeesEndAsync("ConsultantEnded");
        await session.Windows.YesAsync("ended");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        await session.Agent.LeavesNothingAsync();
    }

    [Theory]
    [InlineData(false, "CustomerDeclined")]
    [InlineData(true, "CustomerEnded")]
    public async Task Story_IsOverAtOnce_WhenTheCustomerEndsBeforeTheViewerIsOpen(bool allowsFirst, string end)
    {
        await using RunningSession session = await RunningSession.JoinAsync(browsers);

        if (allowsFirst)
        {
            await session.Windows.YesAsync("viewing");
            await session.Windows.EndByStripAsync("waiting");
        }
        else
        {
            await session.Windows.NoAsync("viewing");
        }

        await session.Consultant.SeesEndAsync(end, seconds: 8);
        await session.Windows.YesAsync("ended");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        await session.Agent.LeavesNothingAsync();
    }

    private async Task ReviewAsync(RunningSession session)
    {
        await using Consultant supervisor = await Consultant.SignInAsync(browsers, session.Desk.Origin, "sabine", "de-DE");
        await supervisor.Page.GotoAsync("/sessions");
        ILocator line = supervisor.Page.GetByTestId("history").Locator("tr", new LocatorLocatorOptions { HasText = session.Consultant.Ticket });
        await Assertions.Expect(line).ToContainTextAsync("Max Weber");
        await supervisor.Visitor.KeepPictureAsync("sessions-of-the-team");

        using PdfDocument document = PdfDocument.Open(await supervisor.PrintAsync(session.Consultant.Ticket));
        string text = string.Join('\n', document.GetPages().Select(page => page.Text));
        foreach (string told in new[] { session.Consultant.Ticket, "Frieda Kranich", "Max Weber", "Mail program asks for the password again" })
        {
            text.ShouldContain(told);
        }

        supervisor.Visitor.Problems.ShouldBeEmpty();
    }

    private static async Task NothingIsKeptAsync(RunningSession session)
    {
        ForbiddenTraces traces = new(
            "Zugvögel", "Überlingen", "from-the-viewer", session.Channel, session.Channel.Replace(" ", "", StringComparison.Ordinal),
            "127.0.0.1", "::ffff:", AgentProcess.UserName, AgentProcess.HostName, Path.GetFileName(session.Folder), "xterm");
        traces.InText("the log", string.Join('\n', session.Desk.Log)).ShouldBeEmpty();
        traces.InFolder(session.Desk.DataFolder).ShouldBeEmpty();
        (await traces.InDatabaseAsync(session.Desk.Database)).ShouldBeEmpty();
    }
}
