using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// What lets an agent come back to its session: 32 random bytes, one at a time for a session, good once. Only their hashes are kept, in
/// memory; they go with the session's line.
/// </summary>
public sealed class ReturnTokens
{
    private const int Bytes = 32;
    private readonly ConcurrentDictionary<Guid, byte[]> _hashes = new();

    /// <summary>Issues a token, as 43 characters of base64url. The one before is worthless from now on.</summary>
    public string Issue(Guid session)
    {
        string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        _hashes[session] = HashOf(token);
        return token;
    }

    /// <summary>True once for the token that was issued last. A wrong one uses nothing up: whoever sends it is not the agent.</summary>
    public bool TryRedeem(Guid session, string? token) =>
        _hashes.TryGetValue(session, out byte[]? expected)
        && CryptographicOperations.FixedTimeEquals(expected, HashOf(token ?? ""))
        && _hashes.TryRemove(KeyValuePair.Create(session, expected));

    public void Forget(Guid session) => _hashes.TryRemove(session, out _);

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
