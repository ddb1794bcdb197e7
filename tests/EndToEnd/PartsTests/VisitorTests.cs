using System.Net;
using System.Net.Sockets;
using System.Text;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.PartsTests;

public sealed class VisitorTests(Browsers browsers)
{
    [Fact]
    public async Task Problems_NameWhatAPageLoadsFromElsewhere_AndItsScriptErrors()
    {
        using OnePage page = new("""<!doctype html><img src="http://elsewhere.invalid/pixel.png"><script>throw new Error('broken');</script>""");
        await using Visitor visitor = await browsers.VisitAsync(page.Origin);

        await visitor.Page.GotoAsync("/");

        await Patience.UntilAsync(() => visitor.Problems.Count >= 2, "both problems are noted");
        visitor.Problems.ShouldContain("http://elsewhere.invalid/pixel.png is somewhere else");
        visitor.Problems.ShouldContain(problem => problem.Contains("broken"));
    }

    [Fact]
    public async Task Canvas_GivesThePixelsThatAWorkerDrew()
    {
        using OnePage page = new("""
            <!doctype html><canvas width="8" height="4"></canvas><script>
            const code = `onmessage = e => { const c = e.data.getContext('2d'); c.fillStyle = 'rgb(10 200 30)'; c.fillRect(0, 0, 8, 4);
              c.fillStyle = 'rgb(255 0 1)'; c.fillRect(2, 1, 1, 1); postMessage(''); }`;
            const worker = new Worker(URL.createObjectURL(new Blob([code])));
            const canvas = document.querySelector('canvas').transferControlToOffscreen();
            worker.onmessage = () => requestAnimationFrame(() => requestAnimationFrame(() => document.body.dataset.done = 'yes'));
            worker.postMessage(canvas, [canvas]);
            </script>
            """);
        await using Visitor visitor = await browsers.VisitAsync(page.Origin);
        await visitor.Page.GotoAsync("/");
        await visitor.Page.WaitForSelectorAsync("body[data-done=yes]");

        RgbPicture picture = await Canvas.ReadAsync(visitor.Page.Locator("canvas"));

        RgbPicture expected = RgbPicture.Filled(8, 4, 10, 200, 30);
        (expected.Pixels[30], expected.Pixels[31], expected.Pixels[32]) = (255, 0, 1);
        PixelCompare.Between(expected, picture).ToString().ShouldBe("all 32 pixels are equal");
    }

    /// <summary>A server that answers everything with one page.</summary>
    private sealed class OnePage : IDisposable
    {
        private readonly HttpListener _listener = new();

        public OnePage(string html)
        {
            using (TcpListener free = new(IPAddress.Loopback, 0))
            {
                free.Start();
                Origin = new Uri($"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/");
            }

            _listener.Prefixes.Add(Origin.AbsoluteUri);
            _listener.Start();
            _ = AnswerAsync(Encoding.UTF8.GetBytes(html));
        }

        public Uri Origin { get; }

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync(byte[] html)
        {
            try
            {
                while (true)
                {
                    HttpListenerContext visit = await _listener.GetContextAsync();
                    visit.Response.ContentType = "text/html; charset=utf-8";
                    await visit.Response.OutputStream.WriteAsync(html);
                    visit.Response.Close();
                }
            }
            catch (Exception closed) when (closed is ObjectDisposedException or HttpListenerException)
            {
                // The test is over.
            }
        }
    }
}
