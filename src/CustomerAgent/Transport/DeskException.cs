using System.Net.WebSockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.SignalR;

namespace ServiceDesk.CustomerAgent.Transport;

/// <summary>The desk could not be talked to.</summary>
internal sealed class DeskException(DeskProblem problem, Exception cause) : Exception(problem.ToString(), cause)
{
    public DeskProblem Problem { get; } = problem;

    /// <summary>What a failed connection means, or null for what is no failed connection but a bug.</summary>
    public static DeskException? From(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return new DeskException(DeskProblem.Untrusted, failure);
            if (cause is WebSocketException { WebSocketErrorCode: WebSocketError.NotAWebSocket })
                return new DeskException(DeskProblem.NoDesk, failure);
        }
        return failure is WebSocketException or HttpRequestException or IOException or OperationCanceledException or TimeoutException
            or HubException or InvalidOperationException
            ? new DeskException(DeskProblem.Unreachable, failure) : null;
    }
}

/// <summary>Why the desk could not be talked to.</summary>
internal enum DeskProblem
{
    /// <summary>No line: offline, wrong name, nobody listens, no answer in time.</summary>
    Unreachable,

    /// <summary>Somebody answers, but with a certificate that is not to be trusted, or a changed one.</summary>
    Untrusted,

    /// <summary>Somebody answers, but it is no desk.</summary>
    NoDesk,
}
