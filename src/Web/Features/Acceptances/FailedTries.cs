using System.Net;
using System.Net.Sockets;

namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>
/// Holds off guessing of channels, on the page and in the agent alike: after five failed look-ups within ten minutes an address waits.
/// Addresses live here, in memory, for those ten minutes, and are neither logged nor stored.
/// </summary>
public sealed class FailedTries(TimeProvider time)
{
    private const int Allowed = 5;
    private const int MostAddresses = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _tries = [];

    /// <summary>How long this address still has to wait; null when it may try.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            List<DateTimeOffset> recent = Recent(KeyOf(address), now);
            return recent.Count < Allowed ? null : recent[^Allowed] + Window - now;
        }
    }

    public void Failed(IPAddress? address)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            Sweep(now);
            if (_tries.Count >= MostAddresses) _tries.Clear(); // bounded memory; a flood from that many addresses is not held off by counting
            string own = KeyOf(address);
            if (!_tries.TryGetValue(own, out List<DateTimeOffset>? tries)) _tries[own] = tries = [];
            tries.Add(now);
        }
    }

    /// <summary>
    /// A channel was opened for the first time from here: a whole institute may sit behind this address, so its typing errors are forgiven.
    /// Once a channel only, or whoever holds one could go on guessing for ever.
    /// </summary>
    public void Forgive(IPAddress? address)
    {
        lock (_lock) _tries.Remove(KeyOf(address));
    }

    /// <summary>Lets go of addresses whose ten minutes are over; on a quiet desk nobody else's try would.</summary>
    public void ForgetOld()
    {
        lock (_lock) Sweep(time.GetUtcNow());
    }

    /// <summary>How many addresses are in memory.</summary>
    internal int Count
    {
        get
        {
            lock (_lock) return _tries.Count;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (string key in _tries.Keys) Recent(key, now);
    }

    private List<DateTimeOffset> Recent(string key, DateTimeOffset now)
    {
        if (!_tries.TryGetValue(key, out List<DateTimeOffset>? tries)) return [];
        tries.RemoveAll(at => at <= now - Window);
        if (tries.Count == 0) _tries.Remove(key);
        return tries;
    }

    /// <summary>One household or institute has a whole /64 of IPv6 to itself.</summary>
    private static string KeyOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        return Convert.ToHexString(address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes);
    }
}
