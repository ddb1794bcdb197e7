using System.Diagnostics;
using System.Globalization;
using ServiceDesk.Remote.Screen;

namespace ServiceDesk.Engine;

/// <summary>Bytes and time of each kind of work, one line a frame or a summary.</summary>
internal static class Figures
{
    public static void Print(string? pictures)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Run("warm-up", Scenes.Switch(), 600, 0);
        Run("scroll 1400 × 900 text, 54 rows", Scenes.Scroll(), 33, 0);
        Run("drag 800 × 600 photo", Scenes.Drag(), 16, 0);
        Run("drag, rough photo at first", Scenes.Drag(), 16, 90);
        Run("switch of three programs", Scenes.Switch(), 600, 0);
        Run("typing", Scenes.Typing(), 100, 0);
        Run("video 640 × 360, quality 90", Scenes.Video(), 40, 90);
        Run("video 640 × 360, quality 50", Scenes.Video(), 40, 50);
        Run("video 640 × 360, quality 30", Scenes.Video(), 40, 30);
        if (pictures is null) return;
        foreach (IGrouping<string, string> load in Directory.GetFiles(pictures, "*.xwd").Order().GroupBy(file => Path.GetFileName(file).Split('-')[0]))
        {
            Surface[] screens = [.. load.Select(Xwd.Read)];
            int wait = load.Key == "w4" ? 600 : load.Key == "w3" ? 16 : 33;
            Run($"{load.Key} of {pictures}", load.Key == "w4" ? [.. screens, .. screens, .. screens] : screens, wait, load.Key == "w5" ? 60 : 0);
        }
    }

    private static void Run(string name, IEnumerable<Surface> frames, int milliseconds, int quality)
    {
        using var encoder = new FrameEncoder();
        var bytes = new List<int>();
        var times = new List<double>();
        long allocated = 0;
        var now = TimeSpan.Zero;
        foreach (Surface frame in frames)
        {
            now += TimeSpan.FromMilliseconds(milliseconds);
            long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
            int sum = 0;
            if (encoder.TryStart(frame.View, new FrameRequest((uint)bytes.Count + 1, now) { PhotoQuality = quality }))
                while (encoder.TryNextPart(out ReadOnlyMemory<byte> part)) sum += part.Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            bytes.Add(sum);
        }

        Console.WriteLine($"{name,-36} first {bytes[0] / 1000.0,7:0.0} kB {times[0],6:0.0} ms   then {Median(bytes.Skip(1).Select(b => (double)b)),8:0} B (most {bytes.Skip(1).Max(),7}) {Median(times.Skip(1)),6:0.00} ms   last allocated {allocated}");
        Console.WriteLine($"    {string.Join(' ', bytes.Take(24))}");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
