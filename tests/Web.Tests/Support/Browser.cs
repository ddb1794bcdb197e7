using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ServiceDesk.Web.Tests.Support.Browser))]

namespace ServiceDesk.Web.Tests.Support;

/// <summary>One real browser program for all tests; each page has a profile of its own. A test class takes it as constructor parameter.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    // Started by the first test that opens a page: a run of other tests alone needs no browser.
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new person at a browser. Whatever the page logs as an error or a breach of its policy is kept in <see cref="BrowserPage.Problems"/>.</summary>
    public async Task<BrowserPage> OpenAsync(DeskApp desk, Look? look = null)
    {
        Look wanted = look ?? new Look();
        IBrowserContext context = await (await StartedAsync()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = desk.Origin.AbsoluteUri,
            Locale = wanted.Language is "de" ? "de-DE" : "en-GB",
            TimezoneId = "Europe/Berlin",
            ColorScheme = wanted.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = wanted.Width, Height = wanted.Height },
            JavaScriptEnabled = wanted.HasScripts,
        });
        return new BrowserPage(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_browser is not null)
                return _browser;
            string program = Programs.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("There is no Chromium: run ./test web, which installs it.");
            _playwright = await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags });
        }
        finally
        {
            _starting.Release();
        }
    }
}
