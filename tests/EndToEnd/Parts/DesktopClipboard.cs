using System.Text;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>The clipboard of a desktop as another program on it sees it.</summary>
public sealed class DesktopClipboard(Desktop desktop)
{
    public async Task CopyAsync(string text)
    {
        desktop.Start("sh", ["-c", "printf '%s' \"$1\" | xclip -selection clipboard -quiet >/dev/null 2>&1", "copy", text], "/");
        await Patience.UntilAsync(async () => await PasteAsync() == text, "the text is copied");
    }

    /// <summary>Null when there is none.</summary>
    public async Task<string?> PasteAsync()
    {
        (int code, byte[] text, _) = await Command.TryAsync("xclip", ["-selection", "clipboard", "-out"], desktop.Environment);
        return code == 0 ? Encoding.UTF8.GetString(text) : null;
    }
}
