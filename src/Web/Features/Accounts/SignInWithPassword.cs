using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>
/// Signs a person in. Unknown name, wrong password, locked and disabled give one answer after one time,
/// so that nobody learns from it who works here.
/// </summary>
public sealed class SignInWithPassword(UserManager<DeskUser> users, SignInManager<DeskUser> signIn, Passwords passwords, TimeProvider time)
{
    /// <summary>No refusal comes sooner; longer than the work itself takes, so the work cannot be measured.</summary>
    private static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(400);

    public async Task<bool> ExecuteAsync(string name, string password)
    {
        long started = time.GetTimestamp();
        DeskUser? user = await users.FindByNameAsync(name);
        bool right = passwords.IsRight(user, password);
        bool open = user is { IsDisabled: false } && !await users.IsLockedOutAsync(user);
        if (right && open)
        {
            await users.ResetAccessFailedCountAsync(user!);
            await signIn.SignInAsync(user!, isPersistent: false);
            return true;
        }
        if (open)
            await users.AccessFailedAsync(user!);
        TimeSpan left = RefusalTime - time.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, time);
        return false;
    }
}
