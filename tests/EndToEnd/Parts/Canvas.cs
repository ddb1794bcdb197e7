using System.Text.Json;
using Microsoft.Playwright;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>Reads the pixels that a page's canvas shows, also where a worker draws on it.</summary>
public static class Canvas
{
    private const string Read = """
        async canvas => {
          const copy = document.createElement('canvas');
          [copy.width, copy.height] = [canvas.width, canvas.height];
          const context = copy.getContext('2d', { willReadFrequently: true });
          context.drawImage(canvas, 0, 0);
          const bytes = context.getImageData(0, 0, copy.width, copy.height).data;
          let text = '';
          for (let start = 0; start < bytes.length; start += 32768)
            text += String.fromCharCode.apply(null, bytes.subarray(start, start + 32768));
          return { width: copy.width, height: copy.height, pixels: btoa(text) };
        }
        """;

    public static async Task<RgbPicture> ReadAsync(ILocator canvas)
    {
        JsonElement picture = await canvas.EvaluateAsync<JsonElement>(Read);
        return RgbPicture.FromRgba(picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32(), picture.GetProperty("pixels").GetBytesFromBase64());
    }
}
