using System.Globalization;
using System.Text;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>A window as it stood when it was found. Points are counted from its upper left corner.</summary>
public sealed record DesktopWindow(Desktop Desktop, string Id, string Title, int X, int Y, int Width, int Height)
{
    public Area Area => new(X, Y, Width, Height);

    public Task PointAsync(int x, int y) => Desktop.PointAsync(X + x, Y + y);

    public Task ClickAsync(int x, int y, int button = 1) => Desktop.ClickAsync(X + x, Y + y, button);

    /// <summary>Asks the window to close, as the close button of a window manager does.</summary>
    public void Close() => XMessages.AskToClose(Desktop.Display, nuint.Parse(Id, CultureInfo.InvariantCulture));

    internal static async Task<DesktopWindow?> ReadAsync(Desktop desktop, string id)
    {
        // A window may go between being found and being asked.
        (int code, byte[] geometry, _) = await Command.TryAsync("xdotool", ["getwindowgeometry", "--shell", id], desktop.Environment);
        (int nameCode, byte[] name, _) = await Command.TryAsync("xdotool", ["getwindowname", id], desktop.Environment);
        if (code != 0 || nameCode != 0)
        {
            return null;
        }

        Dictionary<string, int> numbers = Encoding.UTF8.GetString(geometry).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=')).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => int.TryParse(parts[1], CultureInfo.InvariantCulture, out int number) ? number : 0);
        return new DesktopWindow(desktop, id, Encoding.UTF8.GetString(name).TrimEnd('\n'), numbers["X"], numbers["Y"], numbers["WIDTH"], numbers["HEIGHT"]);
    }
}
