using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

/// <summary>The viewer's reader of pictures in a real browser: its numbers, its canvas and its JPEG are others than those of Node.</summary>
public sealed class ViewerPicturesTests(DeskApp desk, Browser browser) : IClassFixture<DeskApp>
{
    private const string Begin = """
        async text => {
          const { Frames } = await import('/viewer/frames.js');
          const { Display } = await import('/viewer/display.js');
          const { decodeJpeg } = await import('/viewer/photos.js');
          const { read } = await import('/viewer/wire.js');
          const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], byte => parseInt(byte, 16));
          const u16 = (...values) => values.flatMap(value => [value >> 8, value & 255]);
          // One stored block and a sync flush: a piece that nobody had to pack.
          const piece = script => [0, script.length, 0, script.length ^ 255, 255, ...script, 0, 0, 0, 255, 255];
          const photo = (width, height, jpeg) => {
            const script = [7, ...u16(0, 0, width, height), 0, 0, ...u16(jpeg.length)];
            return { frame: 1, flags: 3, width, height, unpacked: script.length, piece: Uint8Array.from(piece(script)), blobs: jpeg };
          };
          const jpegOf = async (width, height) => {
            const canvas = new OffscreenCanvas(width, height);
            const context = canvas.getContext('2d');
            for (const [i, colour] of ['#c83214', '#1432c8'].entries()) {
              context.fillStyle = colour;
              context.fillRect((i * width) / 2, 0, width / 2, height);
            }
            return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
          };
        """;

    [Fact]
    public async Task Pictures_AreThoseOfTheVectors()
    {
        await using BrowserPage page = await OpenAsync();

        string[] wrong = await page.Page.EvaluateAsync<string[]>(Begin + """
              const wrong = [];
              for (const { name, messages } of JSON.parse(text).sequences) {
                const frames = new Frames(decodeJpeg);
                for (const { hex, sha256 } of messages) {
                  await frames.add(read(bytes(hex), 'a2c'));
                  if (!sha256) continue;
                  const rgb = new Uint8Array(frames.picture.pixels.length * 3);
                  frames.picture.pixels.forEach((pixel, i) => rgb.set([pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255], i * 3));
                  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', rgb));
                  if (Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('') !== sha256) wrong.push(name);
                }
              }
              return wrong;
            }
            """, await VectorsAsync());

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Photo_IsDecodedAndShown()
    {
        await using BrowserPage page = await OpenAsync();

        int[] shown = await page.Page.EvaluateAsync<int[]>(Begin + """
              const frames = new Frames(decodeJpeg);
              const canvas = new OffscreenCanvas(1, 1);
              await frames.add(photo(32, 16, await jpegOf(32, 16)));
              new Display(canvas).show(frames.picture);
              const context = canvas.getContext('2d');
              return [canvas.width, canvas.height, ...context.getImageData(4, 8, 1, 1).data, ...context.getImageData(28, 8, 1, 1).data];
            }
            """);

        shown[..2].ShouldBe([32, 16]);
        int[] expected = [0xc8, 0x32, 0x14, 255, 0x14, 0x32, 0xc8, 255];
        shown[2..].Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 12);
    }

    [Fact]
    public async Task Photo_ThatIsBroken_EndsInTheOneNamedError()
    {
        await using BrowserPage page = await OpenAsync();

        string[] errors = await page.Page.EvaluateAsync<string[]>(Begin + """
              const errors = [];
              const good = await jpegOf(32, 16);
              const head = good.slice(0, good.findIndex((byte, i) => byte === 0xff && good[i + 1] === 0xda));
              for (const update of [photo(16, 16, good), photo(32, 16, head), photo(32, 16, good.slice(0, 30))]) {
                await new Frames(decodeJpeg).add(update).then(() => errors.push('none'), error => errors.push(error.name));
              }
              return errors;
            }
            """);

        errors.ShouldBe(["WireFormatError", "WireFormatError", "WireFormatError"]);
    }

    private async Task<BrowserPage> OpenAsync()
    {
        BrowserPage page = await browser.OpenAsync(desk);
        await page.Page.GotoAsync("/account/sign-in");
        return page;
    }

    private static Task<string> VectorsAsync()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "tests", "vectors")))
            folder = Path.GetDirectoryName(folder);
        return File.ReadAllTextAsync(Path.Combine(folder.ShouldNotBeNull(), "tests", "vectors", "screen.json"), TestContext.Current.CancellationToken);
    }
}
