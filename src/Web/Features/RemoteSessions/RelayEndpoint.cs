using System.Net.WebSockets;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>The socket at <c>/relay/{session}</c>. Copies sealed messages between agent and viewer; what they say is none of its business.</summary>
public sealed class RelayEndpoint(RelayDoor door, RelayGuests guests, RelayPassage passage, RelayLog log)
{
    /// <summary>A foreign page's socket has been turned away before: browsers name the page's origin.</summary>
    public async Task RunAsync(HttpContext context, Guid session)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(RelayDoor.Subprotocol))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        System.Net.IPAddress? address = context.Connection.RemoteIpAddress;
        if (!guests.TryEnter(address))
        {
            log.TooManyAtDoor();
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        WebSocket socket;
        RelayAdmission admission;
        try
        {
            // Compression would let the length of a sealed message say something about its content.
            socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { SubProtocol = RelayDoor.Subprotocol, DangerousEnableCompression = false });
            admission = await door.AdmitAsync(session, socket);
        }
        finally
        {
            guests.Leave(address);
        }

        using (socket)
        {
            if (admission.Refusal is null) await passage.CarryAsync(session, admission.Side!.Value, socket);
            else log.RefusedAtDoor(admission.Refusal);
        }
    }
}
