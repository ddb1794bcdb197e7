// ctx = lv("rs1") | lv(sessionId 16) | lv(origin) | lv(H("rs1 channel" | digits)) | lv(consentVersion) | lv(locale)
//       | lv(H(consentDoc) 32) | lv(consultant)                H = SHA-256, text = UTF-8
// Several texts: consentDoc = lv(kind) | lv(version) | lv(locale) | lv(sha256 32) for each, consentVersion = versions joined by "+"
using System.Security.Cryptography;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Remote.Rs1;

/// <summary>
/// What both ends must have in common before they speak: which session, which desk, which texts, which person. Each end
/// builds it from what it knows itself; it never travels, and a difference in any field makes the handshake fail.
/// </summary>
public sealed class Rs1Context
{
    private readonly byte[] _bytes;
    private readonly byte[] _hash;

    /// <param name="sessionId">The session.</param>
    /// <param name="origin">The desk's public origin, for example <c>https://desk.example.org</c>.</param>
    /// <param name="channel">The channel the customer typed.</param>
    /// <param name="consentVersion">Version of the accepted text.</param>
    /// <param name="locale">Language it was shown in.</param>
    /// <param name="consentHash">SHA-256 of the accepted text, 32 bytes.</param>
    /// <param name="consultant">The consultant's display name.</param>
    public Rs1Context(
        Guid sessionId, string origin, Channel channel, string consentVersion, string locale, ReadOnlySpan<byte> consentHash, string consultant)
        : this(sessionId, origin, channel.Digits, consentVersion, locale, consentHash, consultant)
    {
    }

    /// <summary>With the channel as digits, which need not be one: vectors have their own.</summary>
    internal Rs1Context(
        Guid sessionId, string origin, string digits, string consentVersion, string locale, ReadOnlySpan<byte> consentHash, string consultant)
    {
        if (consentHash.Length != SHA256.HashSizeInBytes) throw new ArgumentException("The hash of the text has 32 bytes.", nameof(consentHash));
        SessionId = sessionId;
        var bytes = new Rs1Bytes().Lv("rs1").Lv(sessionId.ToByteArray(bigEndian: true)).Lv(origin)
            .Lv(new Rs1Bytes().Label("rs1 channel").Label(digits).Hash())
            .Lv(consentVersion).Lv(locale).Lv(consentHash).Lv(consultant);
        _bytes = bytes.ToArray();
        _hash = bytes.Hash();
    }

    /// <summary>The session.</summary>
    public Guid SessionId { get; }

    /// <summary><c>ctx</c>.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary><c>H(ctx)</c>.</summary>
    internal ReadOnlySpan<byte> Hash => _hash;

    /// <summary>The context of a session the agent has joined.</summary>
    /// <exception cref="ArgumentException">There is no accepted text, or a hash is not one.</exception>
    public static Rs1Context Of(JoinedSession session, Channel channel)
    {
        if (session.Documents.Count == 0) throw new ArgumentException("A session has accepted texts.", nameof(session));
        var texts = new Rs1Bytes();
        foreach (AcceptedDocument one in session.Documents)
        {
            texts.Lv(one.Kind).Lv(one.Version).Lv(one.Locale).Lv(HashOf(one));
        }

        string versions = string.Join('+', session.Documents.Select(one => one.Version));
        return new Rs1Context(session.SessionId, session.Origin, channel, versions, session.Documents[0].Locale, texts.Hash(), session.Consultant);
    }

    private static byte[] HashOf(AcceptedDocument document) => document.Sha256.Length == 64 && document.Sha256.All(char.IsAsciiHexDigit)
        ? Convert.FromHexString(document.Sha256)
        : throw new ArgumentException("The hash of a text has 64 hexadecimal digits.", nameof(document));
}
