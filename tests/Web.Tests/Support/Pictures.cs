using Microsoft.Playwright;

namespace ServiceDesk.Web.Tests.Support;

/// <summary>Pictures for people to look at, where the environment names a folder for them; otherwise nothing is written.</summary>
public static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SERVICEDESK_PICTURES");

    public static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is not null) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
    }
}
