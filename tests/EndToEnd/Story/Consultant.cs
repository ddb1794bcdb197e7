using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>A person of the desk at a browser.</summary>
public sealed partial class Consultant : IAsyncDisposable
{
    private Consultant(Visitor visitor) => Visitor = visitor;

    public Visitor Visitor { get; }

    public IPage Page => Visitor.Page;

    /// <summary>As in K5-204, once a ticket is open.</summary>
    public string Ticket { get; private set; } = "";

    public static async Task<Consultant> SignInAsync(Browsers browsers, Uri desk, string name, string locale = "en-GB")
    {
        Visitor visitor = await browsers.VisitAsync(desk, locale);
        await visitor.Page.GotoAsync("/");
        await visitor.Page.Locator("input[autocomplete=username]").FillAsync(name);
        await visitor.Page.Locator("input[type=password]").FillAsync("demo-desk-2026");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));
        return new Consultant(visitor);
    }

    /// <summary>Takes a call from somebody new, by keyboard from the key <c>c</c> to Ctrl+Enter.</summary>
    public async Task OpenTicketAsync(string caller, string title)
    {
        await Page.GotoAsync("/tickets/new");
        await AliveAsync();
        await Page.Locator("#caller").ClickAsync();
        await Page.Keyboard.TypeAsync(caller);
        await Assertions.Expect(Page.Locator("#caller-name")).ToHaveValueAsync(caller);
        await Page.Locator("#title").FillAsync(title);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Page.WaitForURLAsync(TicketAddress());
        Ticket = TicketAddress().Match(Page.Url).Groups[1].Value;
    }

    public async Task GoToTicketAsync(string ticket)
    {
        Ticket = ticket;
        await Page.GotoAsync($"/tickets/{ticket}");
        await AliveAsync();
    }

    /// <summary>Starts a remote session from the ticket; gives the channel as it is read out.</summary>
    public async Task<string> StartSessionAsync()
    {
        await Page.GetByTestId("start-session").ClickAsync();
        return await Page.GetByTestId("channel").InnerTextAsync();
    }

    /// <summary>Waits until the ticket page tells this state of the session, without a reload.</summary>
    public Task SeesAsync(string state, int seconds = 20) => Assertions.Expect(Page.GetByTestId("session-panel"))
        .ToHaveAttributeAsync("data-state", state, new LocatorAssertionsToHaveAttributeOptions { Timeout = seconds * 1000 });

    public Task SeesEndAsync(string end, int seconds = 20) => Assertions.Expect(Page.GetByTestId("session-ended"))
        .ToHaveAttributeAsync("data-end", end, new LocatorAssertionsToHaveAttributeOptions { Timeout = seconds * 1000 });

    public async Task<ViewerScreen> OpenViewerAsync() =>
        new(await Visitor.NewPageAfterAsync(() => Page.GetByTestId("open-viewer").ClickAsync()));

    /// <summary>What the timeline tells of the session, details opened.</summary>
    public async Task<string> SessionStoryAsync()
    {
        ILocator story = Page.GetByTestId("session-story").First;
        await story.Locator("summary").ClickAsync();
        return await story.InnerTextAsync();
    }

    /// <summary>The ticket's document.</summary>
    public async Task<byte[]> PrintAsync(string ticket)
    {
        IAPIResponse answer = await Page.APIRequest.GetAsync($"/tickets/{ticket}/report.pdf");
        answer.Status.ShouldBe(200);
        answer.Headers["content-type"].ShouldBe("application/pdf");
        return await answer.BodyAsync();
    }

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();

    // The page is drawn before it is alive, and takes nothing until then.
    private Task AliveAsync() => Assertions.Expect(Page.Locator("main:not([inert])")).ToBeVisibleAsync();

    [GeneratedRegex(@"/tickets/([A-Z]+\d-\d{3})$")]
    private static partial Regex TicketAddress();
}
