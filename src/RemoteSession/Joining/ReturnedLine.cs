namespace ServiceDesk.Remote.Joining;

/// <summary>The way back to the relay.</summary>
/// <param name="RelayPath">Path of the relay on the same server.</param>
/// <param name="RelayToken">One-time token for the relay: 32 bytes in base64url.</param>
/// <param name="ReturnToken">For the next time.</param>
public sealed record ReturnedLine(string RelayPath, string RelayToken, string ReturnToken);
