using Microsoft.Playwright;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>The customer at a browser, in German and with scripts off: the pages must do without.</summary>
public sealed class Customer : IAsyncDisposable
{
    private readonly TemporaryFolder _downloads = new();

    private Customer(Visitor visitor) => Visitor = visitor;

    public Visitor Visitor { get; }

    public IPage Page => Visitor.Page;

    /// <summary>Opens the short address and types the channel.</summary>
    public static async Task<Customer> EnterAsync(Browsers browsers, Uri desk, string channel)
    {
        Customer customer = new(await browsers.VisitAsync(desk, "de-DE", options =>
        {
            options.JavaScriptEnabled = false;
            options.UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
        }));
        await customer.Page.GotoAsync("/help");
        (await customer.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("de");
        await customer.Page.GetByTestId("channel").FillAsync(channel);
        await customer.Page.GetByTestId("channel-go").ClickAsync();
        await Assertions.Expect(customer.Page.GetByTestId("accept")).ToBeVisibleAsync();
        return customer;
    }

    /// <summary>Ticks the three boxes, one by one, and accepts.</summary>
    public async Task AcceptAsync()
    {
        foreach (string kind in new[] { "purpose", "disclaimer", "privacy" })
        {
            ILocator box = Page.GetByTestId($"tick-{kind}");
            (await box.IsCheckedAsync()).ShouldBeFalse();
            await box.CheckAsync();
        }

        await Page.GetByTestId("accept").ClickAsync();
        await Assertions.Expect(Page.GetByTestId("download")).ToBeVisibleAsync();
    }

    /// <summary>Downloads the agent for this system; gives the file.</summary>
    public async Task<string> DownloadAsync()
    {
        IDownload download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByTestId("download").ClickAsync());
        string file = _downloads.Below(download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await Visitor.DisposeAsync();
        _downloads.Dispose();
    }
}
