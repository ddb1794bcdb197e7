using System.Net;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Counts the sockets of each address that have not shown their token yet, so that one address cannot fill the door.</summary>
public sealed class RelayGuests
{
    private const int MostOfOneAddress = 20;
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _waiting = [];

    /// <returns>False when this address has twenty of them already; then nothing is to be given back.</returns>
    public bool TryEnter(IPAddress? address)
    {
        lock (_lock)
        {
            int waiting = _waiting.GetValueOrDefault(KeyOf(address));
            if (waiting >= MostOfOneAddress) return false;
            _waiting[KeyOf(address)] = waiting + 1;
            return true;
        }
    }

    public void Leave(IPAddress? address)
    {
        lock (_lock)
        {
            if (--_waiting[KeyOf(address)] == 0) _waiting.Remove(KeyOf(address));
        }
    }

    private static IPAddress KeyOf(IPAddress? address) => address ?? IPAddress.None;
}
