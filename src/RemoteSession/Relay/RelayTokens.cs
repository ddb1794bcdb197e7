using System.Buffers.Text;
using System.Security.Cryptography;

namespace ServiceDesk.Remote.Relay;

/// <summary>
/// One-time tickets to the relay: 32 random bytes for one side of one session. Only their hashes are kept, in memory;
/// time is monotonic, so setting the clock extends nothing. Thread-safe.
/// </summary>
public sealed class RelayTokens(TimeProvider time)
{
    /// <summary>Length of a token in bytes.</summary>
    public const int Bytes = 32;

    /// <summary>How long a token is good unless the caller says otherwise.</summary>
    public static readonly TimeSpan DefaultLife = TimeSpan.FromSeconds(120);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Ticket> _tickets = [];

    /// <summary>Issues a token, as 43 characters of base64url.</summary>
    public string Issue(Guid sessionId, RelaySide side, TimeSpan life)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero);
        byte[] token = RandomNumberGenerator.GetBytes(Bytes);
        lock (_lock)
        {
            DropWhere(ticket => IsExpired(ticket));
            _tickets.Add(Key(token), new Ticket(sessionId, side, time.GetTimestamp(), life));
        }

        return Base64Url.EncodeToString(token);
    }

    /// <summary>Uses a token up. A good one in the wrong place is used up too: it has been shown to the wrong one.</summary>
    /// <returns>Null when it was issued for this side of this session, in time, and not used before; otherwise why not.</returns>
    public RelayCloseCode? Redeem(ReadOnlySpan<byte> token, Guid sessionId, RelaySide side)
    {
        if (token.Length != Bytes) return RelayCloseCode.Token;
        Ticket? ticket;
        lock (_lock) _tickets.Remove(Key(token), out ticket);
        if (ticket is null || IsExpired(ticket)) return RelayCloseCode.Token;
        return ticket.SessionId == sessionId && ticket.Side == side ? null : RelayCloseCode.Role;
    }

    /// <summary>Makes every token of a session worthless.</summary>
    public void Revoke(Guid sessionId)
    {
        lock (_lock) DropWhere(ticket => ticket.SessionId == sessionId);
    }

    private static string Key(ReadOnlySpan<byte> token) => Convert.ToHexString(SHA256.HashData(token));

    private bool IsExpired(Ticket ticket) => time.GetElapsedTime(ticket.IssuedAt) >= ticket.Life;

    private void DropWhere(Predicate<Ticket> drop)
    {
        foreach ((string key, Ticket ticket) in _tickets)
            if (drop(ticket)) _tickets.Remove(key); // removing while enumerating is allowed
    }

    private sealed record Ticket(Guid SessionId, RelaySide Side, long IssuedAt, TimeSpan Life);
}
