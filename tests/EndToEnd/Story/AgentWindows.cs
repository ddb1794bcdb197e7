using System.Text;
using ServiceDesk.EndToEnd.Parts;

namespace ServiceDesk.EndToEnd.Story;

/// <summary>The customer's hand on the agent's windows: real clicks and keys on a real desktop. Pages are told apart by their window role.</summary>
public sealed class AgentWindows(Desktop desktop)
{
    private const string PanelTitle = "^ServiceDesk$";
    private const string StripTitle = "^ServiceDesk – ";
    private const int MiddleOfItsFirstRow = 22;

    /// <summary>The left answer of a page, or its only one.</summary>
    public async Task YesAsync(string page)
    {
        DesktopWindow panel = await PanelAsync(page);
        await panel.ClickAsync(105, panel.Height - 48);
    }

    /// <summary>The right answer of a page.</summary>
    public async Task NoAsync(string page)
    {
        DesktopWindow panel = await PanelAsync(page);
        await panel.ClickAsync(panel.Width - 105, panel.Height - 48);
    }

    /// <summary>Types into the entry of a page, which has the keyboard.</summary>
    public async Task TypeAsync(string page, string text)
    {
        DesktopWindow panel = await PanelAsync(page);
        await panel.PointAsync(panel.Width / 2, 30);
        await desktop.TypeAsync(text);
    }

    public Task<DesktopWindow> PanelAsync(string page) => InRoleAsync(PanelTitle, page);

    /// <summary>The strip on top, once it is <c>waiting</c>, <c>seen</c> or <c>controlled</c>.</summary>
    public Task<DesktopWindow> StripAsync(string state) => InRoleAsync(StripTitle, state);

    public async Task EndByStripAsync(string state)
    {
        DesktopWindow strip = await StripAsync(state);
        await strip.ClickAsync(strip.Width - 50, MiddleOfItsFirstRow);
    }

    private Task<DesktopWindow> InRoleAsync(string title, string role) => Patience.ForAsync(async () =>
    {
        foreach (DesktopWindow window in await desktop.WindowsAsync(title))
        {
            (_, byte[] answer, _) = await Command.TryAsync("xprop", ["-id", window.Id, "WM_WINDOW_ROLE"], desktop.Environment);
            if (Encoding.UTF8.GetString(answer).Contains($"\"{role}\"", StringComparison.Ordinal))
            {
                return window;
            }
        }

        return null;
    }, $"the agent shows \"{role}\"");
}
