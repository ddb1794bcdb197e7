namespace ServiceDesk.Domain.Policies;

/// <summary>That the customer accepted one version of one text for one session. Says nothing about the person or the machine.</summary>
public sealed class Acceptance
{
    private Acceptance()
    {
    }

    public long Id { get; private set; }
    public Guid SessionId { get; private set; }
    public int DocumentId { get; private set; }
    public PolicyKind Kind { get; private set; }
    public int Version { get; private set; }
    public string Locale { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public DateTime ShownAt { get; private set; }
    public DateTime AcceptedAt { get; private set; }

    internal static Acceptance Of(PolicyDocument document, Guid session, DateTime shownAt, DateTime now) => new()
    {
        SessionId = session,
        DocumentId = document.Id,
        Kind = document.Kind,
        Version = document.Version,
        Locale = document.Locale,
        Sha256 = document.Sha256,
        ShownAt = shownAt,
        AcceptedAt = now,
    };
}
