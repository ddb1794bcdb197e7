using Microsoft.Playwright;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>Texts from clipboard to clipboard, both ways, with the customer's yes to each.</summary>
public sealed class ClipboardTests(Browsers browsers)
{
    private const string ToCustomer = "vpn.zugvogel.example\nBenutzer: kranich";
    private const string ToConsultant = "Fehler 0x80070005: Überlingen verweigert";

    [Fact]
    public async Task Texts_PassWithAYesEach_AndNothingOfThemIsKept()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);
        var clipboard = new DesktopClipboard(session.Desktop);
        IPage viewer = session.Viewer.Page;
        await viewer.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await viewer.Locator("button[aria-controls=panel-clipboard]").ClickAsync();
        await viewer.Locator("#clipboard-give").FillAsync(ToCustomer);
        await viewer.Keyboard.PressAsync("Control+Enter");
        await session.Windows.YesAsync("grant-pasting");
        await session.Windows.YesAsync("text-for-you");
        await SaysAsync(viewer, "Your text is on the clipboard of Frieda Kranich.");
        (await clipboard.PasteAsync()).ShouldBe(ToCustomer);
        await Assertions.Expect(viewer.Locator("#clipboard-give")).ToHaveValueAsync("");

        await clipboard.CopyAsync(ToConsultant);
        await viewer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask for text" }).ClickAsync();
        await session.Windows.YesAsync("grant-clipboard");
        await session.Windows.YesAsync("text-from-you");
        await Assertions.Expect(viewer.Locator("#clipboard-came")).ToHaveValueAsync(ToConsultant);
        await viewer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copy" }).ClickAsync();
        await SaysAsync(viewer, "Copied.");
        (await viewer.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(ToConsultant);

        await session.Windows.EndByStripAsync("seen");
        await session.Windows.YesAsync("ended");
        (await session.Agent.ExitAsync()).ShouldBe(0);
        await session.Agent.LeavesNothingAsync();
        await session.Consultant.SeesEndAsync("CustomerEnded");
        string story = await session.Consultant.SessionStoryAsync();
        story.ShouldContain("text put on the customer’s clipboard");
        story.ShouldContain("text sent from the customer’s clipboard");
        session.Consultant.Visitor.Problems.ShouldBeEmpty();
        ForbiddenTraces traces = new("zugvogel", "0x80070005", "Überlingen");
        traces.InText("the log", string.Join('\n', session.Desk.Log)).ShouldBeEmpty();
        traces.InFolder(session.Desk.DataFolder).ShouldBeEmpty();
        (await traces.InDatabaseAsync(session.Desk.Database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_StaysWhereItIs_WhenTheCustomerSaysNo()
    {
        await using RunningSession session = await RunningSession.BeginAsync(browsers);
        var clipboard = new DesktopClipboard(session.Desktop);
        IPage viewer = session.Viewer.Page;
        await clipboard.CopyAsync("the customer's own");

        await viewer.Locator("button[aria-controls=panel-clipboard]").ClickAsync();
        await viewer.Locator("#clipboard-give").FillAsync(ToCustomer);
        await viewer.Keyboard.PressAsync("Control+Enter");
        await session.Windows.YesAsync("grant-pasting");
        await session.Windows.NoAsync("text-for-you");

        await SaysAsync(viewer, "Frieda Kranich declined. Your text is still here.");
        await Assertions.Expect(viewer.Locator("#clipboard-give")).ToHaveValueAsync(ToCustomer);
        (await clipboard.PasteAsync()).ShouldBe("the customer's own");
    }

    private static Task SaysAsync(IPage viewer, string words) =>
        Assertions.Expect(viewer.Locator("#panel-clipboard [role=status]")).ToHaveTextAsync(words);
}
