using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Web.Hosting;

/// <summary>Repeats what came second to somebody else's save, perhaps on another node, so that neither is lost.</summary>
public static class SaveAgain
{
    private const int Most = 100;
    private const int FirstPause = 10, LongestPause = 320; // milliseconds; drawn, so that two do not meet again and again

    /// <param name="act">Loads, changes and saves in a context of its own; it is called again from its start.</param>
    /// <param name="time">For the pause in between.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DbUpdateConcurrencyException">Others were first a hundred times.</exception>
    public static async Task<T> WhenSecondAsync<T>(Func<Task<T>> act, TimeProvider time, CancellationToken cancellation)
    {
        for (int turn = 1, pause = FirstPause; ; turn++, pause = Math.Min(pause * 2, LongestPause))
        {
            try
            {
                return await act();
            }
            catch (DbUpdateConcurrencyException) when (turn < Most)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(pause)), time, cancellation);
            }
        }
    }
}
