namespace ServiceDesk.Remote.Joining;

/// <summary>The session an agent has joined: what the customer is shown, and the way to the relay.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Consultant">The consultant's display name.</param>
/// <param name="TicketNumber">The ticket the session belongs to.</param>
/// <param name="Institution">The institution's name.</param>
/// <param name="Origin">The desk's configured public origin, for example <c>https://desk.example.org</c>.</param>
/// <param name="Documents">The texts the customer accepted, in the order they were shown.</param>
/// <param name="AcceptedAt">When the customer accepted them.</param>
/// <param name="RelayPath">Path of the relay on the same server: <c>/relay/{sessionId}</c>.</param>
/// <param name="RelayToken">One-time token for the relay: 32 bytes in base64url.</param>
/// <param name="ReturnToken">One-time token for <see cref="IAgentHub.Return"/>: 32 bytes in base64url.</param>
public sealed record JoinedSession(
    Guid SessionId,
    string Consultant,
    string TicketNumber,
    string Institution,
    string Origin,
    IReadOnlyList<AcceptedDocument> Documents,
    DateTimeOffset AcceptedAt,
    string RelayPath,
    string RelayToken,
    string ReturnToken);

/// <summary>One accepted text.</summary>
/// <param name="Kind"><c>purpose</c>, <c>disclaimer</c> or <c>privacy</c>.</param>
/// <param name="Version">The version that was accepted.</param>
/// <param name="Locale">The language it was shown in.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Sha256">SHA-256 of <c>Title</c>, a line feed and <c>Text</c> in UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="Text">What it says, in NFC with line feeds, as the customer read it.</param>
public sealed record AcceptedDocument(string Kind, string Version, string Locale, string Title, string Sha256, string Text);
