using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ServiceDesk.Web.Tests.Support;

/// <summary>A person at a browser, on one desk.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();

    internal BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        context.SetDefaultTimeout(15_000);
        page.PageError += (_, error) => _problems.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _problems.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors, refused loads and breaches of the content policy. Empty on a good page.</summary>
    public IReadOnlyList<string> Problems => [.. _problems];

    /// <summary>Through the sign-in page, and on to <paramref name="path"/>.</summary>
    public async Task SignInAsync(DemoPeople.DemoPerson person, string path)
    {
        await Page.GotoAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await Page.Locator("[name='Input.Name']").FillAsync(person.Name);
        await Page.Locator("[name='Input.Password']").FillAsync(DemoPeople.Password);
        await Page.Locator("main button").ClickAsync();
        await Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path.Split('?')[0]);
        await LiveAsync();
    }

    /// <summary>Opens a desk page and waits until it lives: what is clicked before that is lost.</summary>
    public async Task GotoLiveAsync(string path)
    {
        await Page.GotoAsync(path);
        await LiveAsync();
    }

    public Task LiveAsync() => Page.Locator("main[data-live]").WaitForAsync();

    /// <summary>Fails on what axe calls serious or critical, naming the rule and the places.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        await Assertions.Expect(Page).ToHaveTitleAsync(new Regex(".")); // a page that has just taken another's place gets it last
        AxeResult result = await Page.RunAxe();
        result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => $"{node.Html} {string.Join(" ", node.Any.Select(check => check.Message))}"))}")
            .ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}
