using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>
/// Links with which a person sets a password: one open link a person, 24 hours, gone after use.
/// A token is base64url of person id (16 bytes) and secret (32 bytes); stored is only the SHA-256 of the secret.
/// </summary>
public sealed class OneTimeLinks(IDbContextFactory<ServiceDeskDb> databases, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private const string Provider = "desk";
    private const string Name = "one-time-link";
    private const int SecretBytes = 32;

    public static string PathOf(string token) => $"/account/set-up/{token}";

    public async Task<string> IssueAsync(Guid person, CancellationToken cancel = default)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(SecretBytes);
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        await OfPerson(db, person).ExecuteDeleteAsync(cancel);
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = person, LoginProvider = Provider, Name = Name, Value = Stored(secret, time.GetUtcNow() + Life) });
        await db.SaveChangesAsync(cancel);
        return Base64Url.EncodeToString([.. person.ToByteArray(), .. secret]);
    }

    /// <summary>The person whose open link this is, or null: unknown, used, expired and disabled look the same.</summary>
    public async Task<Guid?> FindAsync(string token, CancellationToken cancel = default) => (await ReadAsync(token, cancel))?.Person;

    /// <summary>True for exactly one caller of an open link.</summary>
    public async Task<bool> TryUseAsync(string token, CancellationToken cancel = default)
    {
        if (await ReadAsync(token, cancel) is not { } link)
            return false;
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        return await OfPerson(db, link.Person).Where(row => row.Value == link.Stored).ExecuteDeleteAsync(cancel) == 1;
    }

    private async Task<(Guid Person, string Stored)?> ReadAsync(string token, CancellationToken cancel)
    {
        if (!TryParse(token, out Guid person, out byte[] secret))
            return null;
        await using ServiceDeskDb db = await databases.CreateDbContextAsync(cancel);
        string? stored = await OfPerson(db, person)
            .Where(row => db.Users.Any(user => user.Id == row.UserId && !user.IsDisabled))
            .Select(row => row.Value).SingleOrDefaultAsync(cancel);
        return stored is not null && Matches(stored, secret) ? (person, stored) : null;
    }

    private static IQueryable<IdentityUserToken<Guid>> OfPerson(ServiceDeskDb db, Guid person) =>
        db.UserTokens.Where(row => row.UserId == person && row.LoginProvider == Provider && row.Name == Name);

    private static string Stored(byte[] secret, DateTimeOffset expires) =>
        $"{Convert.ToHexString(SHA256.HashData(secret))}|{expires.ToUnixTimeSeconds()}";

    private bool Matches(string stored, byte[] secret)
    {
        string[] parts = stored.Split('|');
        return CryptographicOperations.FixedTimeEquals(Convert.FromHexString(parts[0]), SHA256.HashData(secret))
            && DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1])) > time.GetUtcNow();
    }

    private static bool TryParse(string token, out Guid person, out byte[] secret)
    {
        byte[] bytes = new byte[16 + SecretBytes];
        bool ok = token.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.IsValid(token, out int length) && length == bytes.Length
            && Base64Url.TryDecodeFromChars(token, bytes, out _);
        person = new Guid(bytes.AsSpan(0, 16));
        secret = bytes[16..];
        return ok;
    }
}
