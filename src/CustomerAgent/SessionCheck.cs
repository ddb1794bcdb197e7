using System.Security.Cryptography;
using System.Text;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>What the agent finds out by itself about a session that a desk has offered, before anything else happens.</summary>
internal static class SessionCheck
{
    /// <summary>What does not fit, or null. The desk must be the one that was called, and each text must be the one its hash names.</summary>
    /// <param name="origin">Scheme, host and port of the address the agent was started for.</param>
    public static SessionDoubt? Doubt(JoinedSession session, string origin) =>
        session.Origin != origin ? SessionDoubt.OtherDesk
        : session.Documents.Count == 0 || !session.Documents.All(IsWhatItsHashNames) ? SessionDoubt.OtherText
        : null;

    /// <summary>Scheme, host and port as a browser writes them.</summary>
    public static string OriginOf(Uri address)
    {
        string host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        return $"{address.Scheme}://{host}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
    }

    private static bool IsWhatItsHashNames(AcceptedDocument text) =>
        text.Sha256 == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Title}\n{text.Text}")));
}

/// <summary>Why a session is not begun.</summary>
internal enum SessionDoubt
{
    /// <summary>It belongs to another desk than the one that was called.</summary>
    OtherDesk,

    /// <summary>A text is missing, or another than its hash names.</summary>
    OtherText,
}
