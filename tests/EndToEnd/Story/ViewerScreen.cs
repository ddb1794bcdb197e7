using System.Diagnostics;
using Microsoft.Playwright;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>The viewer's page: the customer's desktop in the consultant's browser.</summary>
public sealed class ViewerScreen(IPage page)
{
    public IPage Page => page;

    private ILocator Surface => page.Locator("canvas.picture");

    /// <summary>Waits for <c>waiting</c>, <c>verifying</c>, <c>unlock</c>, <c>seen</c>, <c>controlled</c>, <c>paused</c>, <c>interrupted</c> or <c>ended</c>.</summary>
    public Task StateAsync(string state, int seconds = 20) => Assertions.Expect(page.Locator("#viewer"))
        .ToHaveAttributeAsync("data-state", state, new LocatorAssertionsToHaveAttributeOptions { Timeout = seconds * 1000 });

    /// <summary>Waits until it has been in this state for so long without a break.</summary>
    public async Task StaysAsync(string state, TimeSpan span)
    {
        Stopwatch since = Stopwatch.StartNew();
        await Patience.UntilAsync(async () =>
        {
            if (await page.Locator("#viewer").GetAttributeAsync("data-state") != state)
            {
                since.Restart();
            }

            return since.Elapsed >= span;
        }, $"the viewer stays in \"{state}\"");
    }

    /// <summary>The six digits that the consultant reads out.</summary>
    public async Task<string> NumberAsync()
    {
        await StateAsync("verifying");
        string shown = await page.Locator(".digits").InnerTextAsync();
        return new string([.. shown.Where(char.IsAsciiDigit)]);
    }

    /// <summary>The customer says on the phone that the check is green, and the consultant confirms it.</summary>
    public async Task UnlockAsync()
    {
        await StateAsync("unlock");
        await page.Locator("button.confirm").ClickAsync();
    }

    public Task RequestControlAsync() => page.Locator("button.request").ClickAsync();

    /// <summary>Clicks a point of the customer's desktop.</summary>
    public async Task ClickAsync(int x, int y)
    {
        LocatorBoundingBoxResult box = (await Surface.BoundingBoxAsync()).ShouldNotBeNull();
        int width = int.Parse((await page.Locator("#viewer").GetAttributeAsync("data-width")).ShouldNotBeNull());
        float scale = box.Width / width;
        await page.Mouse.ClickAsync(box.X + (x * scale), box.Y + (y * scale));
    }

    public async Task TypeLineAsync(string line)
    {
        await page.Keyboard.TypeAsync(line, new KeyboardTypeOptions { Delay = 15 });
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task EndAsync()
    {
        await page.Locator("button.end").ClickAsync();
        await page.Locator("#panel-end button.danger").ClickAsync();
    }

    /// <summary>
    /// Waits until the picture equals the desktop, each pixel of it outside of the agent's own windows, whose places are one plain
    /// colour. The desktop may change in between, so it looks again.
    /// </summary>
    public async Task EqualsAsync(Desktop desktop)
    {
        PixelDifference last = new(-1, 0, 0, null);
        try
        {
            await Patience.UntilAsync(async () =>
            {
                RgbPicture shown = await Canvas.ReadAsync(Surface);
                Area[] own = [.. (await desktop.WindowsAsync("^ServiceDesk")).Select(window => window.Area)];
                last = PixelCompare.Between(await desktop.LookAsync(), shown, own);
                return last.IsNone && own.Length > 0 && own.All(area => IsPlain(shown, area));
            }, "the viewer shows what the desktop shows");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}; {last}", late);
        }
    }

    private static bool IsPlain(RgbPicture shown, Area area)
    {
        (byte, byte, byte) colour = shown.At(area.X, area.Y);
        for (int y = area.Y; y < area.Y + area.Height; y++)
        {
            for (int x = area.X; x < area.X + area.Width; x++)
            {
                if (shown.At(x, y) != colour)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
