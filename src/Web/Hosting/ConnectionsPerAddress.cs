using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ServiceDesk.Web.Hosting;

/// <summary>
/// Caps how many connections one network address holds at the same time, so that nobody takes all of them by opening sockets and
/// saying nothing. Named proxies are exempt: everybody comes through them. Addresses are known only while they are connected.
/// </summary>
public sealed class ConnectionsPerAddress(int most, IEnumerable<string> proxies)
{
    private readonly ConcurrentDictionary<IPAddress, int> _open = new();
    private readonly HashSet<IPAddress> _proxies = [.. proxies.Select(IPAddress.Parse)];

    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        if ((connection.RemoteEndPoint as IPEndPoint)?.Address.MapToIPv6() is not { } address || _proxies.Any(proxy => proxy.MapToIPv6().Equals(address)))
        {
            await next(connection);
            return;
        }
        try
        {
            if (_open.AddOrUpdate(address, 1, (_, open) => open + 1) <= most)
                await next(connection);
            else
                connection.Abort();
        }
        finally
        {
            Leave(address);
        }
    };

    private void Leave(IPAddress address)
    {
        int left = _open.AddOrUpdate(address, 0, (_, open) => open - 1);
        if (left == 0)
            _open.TryRemove(KeyValuePair.Create(address, 0));
    }
}
