using System.Diagnostics;

namespace ServiceDesk.EndToEnd.Parts;

/// <summary>Waits for what happens elsewhere: in another process, on a screen.</summary>
public static class Patience
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    public static Task UntilAsync(Func<bool> isSo, string what, TimeSpan? within = null) => UntilAsync(() => Task.FromResult(isSo()), what, within);

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, TimeSpan? within = null) =>
        await ForAsync(async () => await isSo() ? "" : null, what, within);

    /// <summary>Gives the first thing that is not null.</summary>
    public static async Task<T> ForAsync<T>(Func<Task<T?>> look, string what, TimeSpan? within = null) where T : class
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            if (clock.Elapsed > (within ?? Usual))
            {
                throw new TimeoutException($"Not within {(within ?? Usual).TotalSeconds:0.#} s: {what}");
            }

            await Task.Delay(Pause);
        }
    }
}
