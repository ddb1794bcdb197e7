using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class Rs1ContextTests
{
    private static readonly AcceptedDocument Purpose = new("purpose", "3", "de", "Zweck", new string('a', 64), "Text");
    private static readonly AcceptedDocument Privacy = new("privacy", "1", "de", "Datenschutz", new string('b', 64), "Text");

    [Fact]
    public void Of_IsTheSame_WhenTheSessionIs() =>
        Context(Purpose, Privacy).SequenceEqual(Context(Purpose with { Title = "not what was accepted" }, Privacy)).ShouldBeTrue();

    [Fact]
    public void Of_Differs_WhenAnAcceptedTextDiffers()
    {
        AcceptedDocument[][] others =
        [
            [Purpose], [Privacy, Purpose], [Purpose with { Version = "4" }, Privacy], [Purpose, Privacy with { Sha256 = new string('c', 64) }],
            [Purpose, Privacy with { Kind = "disclaimer" }], [Purpose, Privacy with { Locale = "en" }],
        ];
        others.ShouldAllBe(documents => !Context(documents).SequenceEqual(Context(Purpose, Privacy)));
    }

    [Fact]
    public void Of_Throws_WhenThereIsNoTextOrNoHash()
    {
        Should.Throw<ArgumentException>(() => Context());
        Should.Throw<ArgumentException>(() => Context(Purpose with { Sha256 = "abc" }));
        Should.Throw<ArgumentException>(() => Context(Purpose with { Sha256 = new string('x', 64) }));
    }

    private static byte[] Context(params AcceptedDocument[] documents)
    {
        var session = new JoinedSession(
            Guid.Empty, "Jana", "2025-000001", "Rechenzentrum", "https://desk.example.org", documents, DateTimeOffset.UnixEpoch, "/relay/x", "t", "r");
        return Rs1Context.Of(session, Channel.FromRandom(1)).Bytes.ToArray();
    }
}
