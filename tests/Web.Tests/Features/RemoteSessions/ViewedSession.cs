using System.Text.Json;
using Microsoft.Playwright;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

/// <summary>
/// The viewer's page in a browser, with a worker that says what a test wants it to say: states of a session that only a customer's
/// machine brings about. What the page sends is kept.
/// </summary>
internal sealed class ViewedSession : IAsyncDisposable
{
    private const string Worker = """
        import { Display } from '/viewer/display.js';
        import { Picture } from '/viewer/picture.js';
        globalThis.inputs = [];
        addEventListener('message', ({ data }) => {
          if (data.type === 'input') inputs.push(data);
          if (data.type !== 'start') return;
          const [width, height] = [1600, 1000];
          const picture = new Picture(width, height);
          for (let i = 0; i < picture.pixels.length; i++) {
            const line = Math.floor(i / width) % 20;
            picture.pixels[i] = line > 4 && line < 16 && (i * 2654435761 >>> 24) < 90 ? 0xff202020 : 0xffffffff;
          }
          new Display(data.canvas).show(picture);
          postMessage({ type: 'state', state: 'waiting', pause: 0 });
          postMessage({ type: 'painted', frame: 1, width, height });
        });
        """;

    private readonly RunningSession _session;
    private readonly BrowserPage _browser;

    private ViewedSession(RunningSession session, BrowserPage browser)
    {
        _session = session;
        _browser = browser;
    }

    public IPage Page => _browser.Page;

    public BrowserPage Browser => _browser;

    public static async Task<ViewedSession> OpenAsync(SessionDesk desk, Browser browser, Look look)
    {
        RunningSession session = await desk.RunAsync();
        BrowserPage max = await browser.OpenAsync(desk.App, look);
        await max.SignInAsync(DemoPeople.Max, $"/tickets/{new TicketNumber(session.Ticket)}");
        await max.Page.RouteAsync("**/viewer/worker.js", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = Worker }));
        await max.Page.GotoAsync($"/viewer/{session.Id}");
        await Assertions.Expect(max.Page.Locator("#viewer")).ToHaveAttributeAsync("data-frame", "1");
        var viewed = new ViewedSession(session, max);
        await viewed.TellAsync(new { type = "verifying", number = "482913", attempt = 1, left = 100 });
        return viewed;
    }

    /// <summary>Says these to the page, in their order.</summary>
    public async Task TellAsync(params object[] news)
    {
        foreach (object one in news)
            await Page.Workers[0].EvaluateAsync<object?>("text => postMessage(JSON.parse(text))", JsonSerializer.Serialize(one));
    }

    /// <summary>A state of the session; the page shows it when this returns.</summary>
    public async Task StateAsync(string state)
    {
        await TellAsync(new { type = "state", state, pause = 0 });
        await Assertions.Expect(Page.Locator("#viewer")).ToHaveAttributeAsync("data-state", state);
    }

    /// <summary>An I-beam of 9 × 17 pixels as shape 1, and the pointer there.</summary>
    public Task PointAsync(int x, int y) => Page.Workers[0].EvaluateAsync<object?>(
        """
        ([x, y]) => {
          const rgba = new Uint8ClampedArray(9 * 17 * 4);
          for (let row = 0; row < 17; row++) rgba.set([0, 0, 0, 255], (row * 9 + 4) * 4);
          postMessage({ type: 'shape', shape: { id: 1, width: 9, height: 17, hotX: 4, hotY: 8, rgba } });
          postMessage({ type: 'cursor', x, y, visible: true, shape: 1 });
        }
        """,
        new[] { x, y });

    /// <summary>What the page has sent as input: name of the message and whether it says when its event happened.</summary>
    public async Task<IReadOnlyList<(string Name, double? At)>> InputsAsync()
    {
        JsonElement inputs = await Page.Workers[0].EvaluateAsync<JsonElement>("inputs");
        return [.. inputs.EnumerateArray().Select(input => (
            input.GetProperty("message").GetProperty("name").GetString()!,
            input.GetProperty("at").ValueKind is JsonValueKind.Number ? input.GetProperty("at").GetDouble() : (double?)null))];
    }

    public async ValueTask DisposeAsync()
    {
        // The page asks before it goes while a session runs; nobody is there to answer.
        await _browser.DisposeAsync();
        await _session.DisposeAsync();
    }
}
