// Join message, 34 bytes:  02 | role u8 (1 agent, 2 viewer) | token 32
using System.Net.WebSockets;

namespace ServiceDesk.Remote.Relay;

/// <summary>Reads a newcomer's join message, and admits or closes. A newcomer takes no more than 35 bytes of memory.</summary>
public sealed class RelayDoor(RelayTokens tokens, RelayLimits limits, TimeProvider time)
{
    /// <summary>The WebSocket subprotocol that both ends ask for.</summary>
    public const string Subprotocol = "servicedesk.relay.1";

    /// <summary>First byte of the join message.</summary>
    public const byte JoinMark = 0x02;

    private const int JoinBytes = 1 + 1 + RelayTokens.Bytes;

    /// <summary>Waits for the join message and uses its token up.</summary>
    /// <param name="sessionId">The session in the address at which the socket was opened.</param>
    /// <param name="socket">Open, nothing read. Closed on return when there is a refusal.</param>
    public async Task<RelayAdmission> AdmitAsync(Guid sessionId, WebSocket socket)
    {
        var line = new RelayLine(socket, JoinBytes, limits.CloseGrace, time);
        Task<RelayRead> reading = line.ReadAsync();
        RelayAdmission admission;
        try
        {
            RelayRead read = await reading.WaitAsync(limits.Join, time);
            admission = Judge(read, line.Message.Span, sessionId);
        }
        catch (TimeoutException)
        {
            admission = new RelayAdmission(null, RelayCloseCode.TimedOut);
        }

        if (admission.Refusal is { } code) await line.CloseAsync(code, reading);
        return admission;
    }

    private RelayAdmission Judge(RelayRead read, ReadOnlySpan<byte> message, Guid sessionId)
    {
        if (read != RelayRead.Message) return new RelayAdmission(null, RelayEnding.After(read, RelaySide.Agent).ToAgent);
        if (message.Length != JoinBytes || message[0] != JoinMark || message[1] is not (1 or 2))
            return new RelayAdmission(null, RelayCloseCode.Malformed);
        var side = (RelaySide)message[1];
        return new RelayAdmission(side, tokens.Redeem(message[2..], sessionId, side));
    }
}

/// <summary>The door's answer.</summary>
/// <param name="Side">The side the newcomer named, when its message could be read.</param>
/// <param name="Refusal">The code it was closed with; null when it is admitted.</param>
public readonly record struct RelayAdmission(RelaySide? Side, RelayCloseCode? Refusal);
