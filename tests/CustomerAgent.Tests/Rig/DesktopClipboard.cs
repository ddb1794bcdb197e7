using System.Diagnostics;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The clipboard of a display as another program sees it, by way of xclip.</summary>
internal sealed class DesktopClipboard(VirtualDisplay display)
{
    /// <summary>Copies a text. xclip stays behind as the owner of the selection.</summary>
    public async Task CopyAsync(string text)
    {
        using Process xclip = display.Start("xclip", "-selection", "clipboard", "-in", "-quiet");
        await xclip.StandardInput.WriteAsync(text);
        xclip.StandardInput.Close();
        await Shell.UntilAsync(async () => await PasteAsync() == text ? "it" : null, "the copied text");
    }

    /// <summary>What is there; null when nothing is.</summary>
    public async Task<string?> PasteAsync()
    {
        using Process xclip = display.Start("xclip", "-selection", "clipboard", "-out");
        string text = await xclip.StandardOutput.ReadToEndAsync();
        await xclip.WaitForExitAsync(TestContext.Current.CancellationToken);
        return xclip.ExitCode == 0 ? text : null;
    }
}
