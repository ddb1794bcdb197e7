using System.Diagnostics;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A real terminal program with a shell in it. Keys go to the window under the pointer, there being no window manager.</summary>
public sealed class Terminal
{
    private Terminal(DesktopWindow window, Process process, string folder)
    {
        Window = window;
        Process = process;
        Folder = folder;
    }

    public DesktopWindow Window { get; }

    public Process Process { get; }

    /// <summary>Where its shell stands, so that what is typed may name files simply.</summary>
    public string Folder { get; }

    public static async Task<Terminal> OpenAsync(Desktop desktop, string folder, string title = "Terminal", int x = 60, int y = 340)
    {
        // No blinking and no bell: the picture is still when nothing happens.
        Process process = desktop.Start("xterm", ["-fa", "DejaVu Sans Mono", "-fs", "10", "+bc", "-ut", "+sb", "-title", title, "-geometry", $"80x22+{x}+{y}", "-xrm", "*allowTitleOps: false", "-e", "/bin/sh"],
            folder, new Dictionary<string, string?> { ["HOME"] = folder, ["PS1"] = "$ ", ["ENV"] = null, ["SHELL"] = "/bin/sh" });
        DesktopWindow window = await desktop.WindowAsync($"^{title}$");
        return new Terminal(window, process, folder);
    }

    public async Task TypeLineAsync(string line)
    {
        await Window.PointAsync(Window.Width / 2, Window.Height / 2);
        await Window.Desktop.TypeAsync(line);
        await Window.Desktop.PressAsync("Return");
    }
}
