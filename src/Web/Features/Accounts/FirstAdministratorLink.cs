using System.Buffers.Text;
using System.Security.Cryptography;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>
/// The link with which the very first administrator signs up, printed once on the console of a desk without people.
/// Kept in memory and hashed; a restart prints a new one.
/// </summary>
public sealed class FirstAdministratorLink(TimeProvider time)
{
    private sealed record Issued(byte[] Hash, DateTimeOffset Expires);
    private Issued? _issued;

    public string Issue()
    {
        byte[] secret = RandomNumberGenerator.GetBytes(32);
        _issued = new Issued(SHA256.HashData(secret), time.GetUtcNow() + OneTimeLinks.Life);
        return Base64Url.EncodeToString(secret);
    }

    public bool IsOpen(string token) => Match(token) is not null;

    /// <summary>True for exactly one caller.</summary>
    public bool TryUse(string token) => Match(token) is { } issued && Interlocked.CompareExchange(ref _issued, null, issued) == issued;

    private Issued? Match(string token)
    {
        Issued? issued = _issued;
        return issued is not null
            && issued.Expires > time.GetUtcNow()
            && Base64Url.IsValid(token)
            && CryptographicOperations.FixedTimeEquals(issued.Hash, SHA256.HashData(Base64Url.DecodeFromChars(token)))
            ? issued
            : null;
    }
}
