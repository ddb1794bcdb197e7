using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>
/// What lets an agent come back to its session: a row of tokens of 32 bytes, made of a random key that lives in memory as long as the
/// session's line. A token gives the next one. As the answer may get lost on its way, a used token gives it again until the next has been used.
/// </summary>
public sealed class ReturnTokens
{
    private const int KeyBytes = 32;
    private readonly ConcurrentDictionary<Guid, Row> _rows = new();

    /// <summary>Begins a session's row and gives its first token, as 43 characters of base64url. What was issued before is worthless from now on.</summary>
    public string Issue(Guid session)
    {
        var row = new Row(RandomNumberGenerator.GetBytes(KeyBytes));
        _rows[session] = row;
        return row.Newest;
    }

    /// <summary>The next token, for the newest one and for the one before it. Null for any other, which uses nothing up: whoever sends it is not the agent.</summary>
    public string? Redeem(Guid session, string? token) => _rows.TryGetValue(session, out Row? row) ? row.Redeem(token ?? "") : null;

    public void Forget(Guid session) => _rows.TryRemove(session, out _);

    private sealed class Row(byte[] key)
    {
        private readonly Lock _lock = new();
        private int _newest;

        public string Newest => Token(_newest);

        public string? Redeem(string token)
        {
            lock (_lock)
            {
                if (Is(_newest, token)) _newest++;
                else if (_newest == 0 || !Is(_newest - 1, token)) return null;
                return Newest;
            }
        }

        private bool Is(int place, string token) =>
            CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(place)), Encoding.UTF8.GetBytes(token));

        private string Token(int place)
        {
            Span<byte> number = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(number, place);
            return Base64Url.EncodeToString(HMACSHA256.HashData(key, number));
        }
    }
}
