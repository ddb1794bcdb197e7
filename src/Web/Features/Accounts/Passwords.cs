using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Compares a password and always spends the same work on it, also where there is nobody of that name.</summary>
public sealed class Passwords(IPasswordHasher<DeskUser> hasher)
{
    private readonly string _nobodysHash = hasher.HashPassword(new DeskUser(), Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    public bool IsRight(DeskUser? user, string password) =>
        hasher.VerifyHashedPassword(user ?? new DeskUser(), user?.PasswordHash ?? _nobodysHash, password) != PasswordVerificationResult.Failed
        && user?.PasswordHash is not null;
}
