using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>A window that tells every key and click it gets: <c>xev</c>.</summary>
internal sealed partial class KeyListener : IDisposable
{
    private readonly VirtualDisplay _display;
    private readonly Process _xev;
    private readonly Task _reading;
    private bool _pressing;
    private volatile bool _mapped;

    public KeyListener(VirtualDisplay display)
    {
        _display = display;
        _xev = Shell.Start(display.Name, "stdbuf", "-oL", "xev", "-geometry", "600x400+0+0");
        _reading = ReadAsync();
    }

    /// <summary>Modifiers and keycode of each press.</summary>
    public IReadOnlyList<(int State, int Keycode)> Presses { get; private set; } = [];

    /// <summary>Number of each button that was pressed.</summary>
    public IReadOnlyList<int> Buttons { get; private set; } = [];

    /// <summary>The server's time of the last press.</summary>
    public uint LastTime { get; private set; }

    public async Task ReadyAsync()
    {
        await Shell.UntilAsync(() => _mapped, "the listener's window");
        await _display.RunAsync("xdotool", "mousemove", "90", "90");
    }

    public void Dispose()
    {
        _xev.Kill(entireProcessTree: true);
        _xev.Dispose();
        _ = _reading;
    }

    private async Task ReadAsync()
    {
        while (await _xev.StandardOutput.ReadLineAsync() is { } line)
        {
            _mapped |= line.StartsWith("MapNotify", StringComparison.Ordinal);
            if (line.Length > 0 && line[0] != ' ')
                _pressing = line.StartsWith("KeyPress", StringComparison.Ordinal) || line.StartsWith("ButtonPress", StringComparison.Ordinal);
            if (!_pressing)
                continue;
            if (TimeLine().Match(line) is { Success: true } time)
                LastTime = uint.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture);
            if (KeyLine().Match(line) is { Success: true } key)
                Presses = [.. Presses, (Hex(key.Groups[1]), int.Parse(key.Groups[2].Value, CultureInfo.InvariantCulture))];
            else if (ButtonLine().Match(line) is { Success: true } button)
                Buttons = [.. Buttons, int.Parse(button.Groups[1].Value, CultureInfo.InvariantCulture)];
        }
    }

    private static int Hex(Capture text) => int.Parse(text.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" time (\d+),")]
    private static partial Regex TimeLine();

    [GeneratedRegex(@"state 0x([0-9a-f]+), keycode (\d+)")]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"state 0x[0-9a-f]+, button (\d+)")]
    private static partial Regex ButtonLine();
}
