using Microsoft.Playwright;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>One real browser program for all tests of the assembly; every visitor has a profile of its own in it.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string program = Programs.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("There is no Chromium: run ./test e2e, which installs it.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags });
    }

    /// <summary>A new visitor of one desk.</summary>
    /// <param name="origin">The only place its browser may load anything from.</param>
    /// <param name="locale">As in <c>de-DE</c>.</param>
    /// <param name="adjust">Size, colour scheme, scripts off and the like.</param>
    public async Task<Visitor> VisitAsync(Uri origin, string locale = "en-GB", Action<BrowserNewContextOptions>? adjust = null)
    {
        BrowserNewContextOptions options = new()
        {
            BaseURL = origin.AbsoluteUri,
            Locale = locale,
            TimezoneId = "Europe/Berlin",
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            AcceptDownloads = true,
        };
        adjust?.Invoke(options);
        IBrowser browser = _browser ?? throw new InvalidOperationException("The browser is not started.");
        return await Visitor.EnterAsync(await browser.NewContextAsync(options), origin);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
