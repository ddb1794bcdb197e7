using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ServiceDesk.Web.Hosting;

/// <summary>The database refused, or could not be reached: nothing of the act is kept, and what was typed is still on the page.</summary>
public sealed class NotSavedException(Exception cause) : Exception("Nothing was saved.", cause)
{
    /// <summary>Does something that saves. What the database refuses comes out as this exception, so that no page knows the storage.</summary>
    public static Task OrAsync(Func<Task> act) => OrAsync(async () =>
    {
        await act();
        return true;
    });

    /// <inheritdoc cref="OrAsync(Func{Task})"/>
    public static async Task<T> OrAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (failure is DbUpdateException or DbException)
        {
            throw new NotSavedException(failure);
        }
    }
}
