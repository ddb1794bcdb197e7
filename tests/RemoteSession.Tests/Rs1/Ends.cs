using Microsoft.Extensions.Time.Testing;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>An agent and a viewer on one channel, with a clock that stands still and nobody between them.</summary>
internal sealed class Ends
{
    public Ends(int seed = 1, Rs1Context? viewerContext = null, NumberLength length = NumberLength.Six)
    {
        Random = new SeededRandom(seed);
        Agent = new HandshakeAgent(Context(), Time, Random, length);
        Viewer = new HandshakeViewer(viewerContext ?? Context(), Grants.View | Grants.Control, Time, Random, length);
    }

    public FakeTimeProvider Time { get; } = new();

    public SeededRandom Random { get; }

    public HandshakeAgent Agent { get; }

    public HandshakeViewer Viewer { get; }

    public static Rs1Context Context(
        string sessionId = "00010203-0405-0607-0809-0a0b0c0d0e0f", string origin = "https://desk.example.org", uint channel = 48291307,
        string version = "1+2+1", string locale = "de", byte hash = 7, string consultant = "Jana Köhler") =>
        new(Guid.Parse(sessionId), origin, Channel.FromRandom(channel), version, locale, Enumerable.Repeat(hash, 32).ToArray(), consultant);

    /// <summary>From M1 to M5: both are at the number.</summary>
    public Ends Agree()
    {
        Agent.TryBegin(out byte[] m1).ShouldBeTrue();
        byte[] m2 = Viewer.Receive(m1).ShouldNotBeNull();
        byte[] m3 = Agent.Receive(m2).ShouldNotBeNull();
        byte[] m4 = Viewer.Receive(m3).ShouldNotBeNull();
        byte[] m5 = Agent.Receive(m4).ShouldNotBeNull();
        Viewer.Receive(m5).ShouldNotBeNull().ShouldBeEmpty();
        return this;
    }

    /// <summary>From M1 to M6: the number is typed, the line is open.</summary>
    public (VerifiedAgent Agent, VerifiedViewer Viewer) Open(Grants granted = Grants.View)
    {
        Agree();
        Agent.Enter(Viewer.Number.ShouldNotBeNull().Digits).ShouldBe(NumberEntry.Right);
        VerifiedAgent agent = Agent.Open(granted);
        Viewer.Receive(agent.FirstRecord.Span).ShouldNotBeNull().ShouldBeEmpty();
        return (agent, Viewer.Line.ShouldNotBeNull());
    }

    /// <summary>Both lose the line and get a new one.</summary>
    public static (RecordCipher Agent, RecordCipher Viewer) Resume(ResumeAgent agent, ResumeViewer viewer)
    {
        agent.LineLost();
        viewer.LineLost();
        agent.TryBegin(out byte[] r1).ShouldBeTrue();
        ResumedViewer answer = viewer.Answer(r1).ShouldNotBeNull();
        return (agent.Complete(answer.Reply.Span).ShouldNotBeNull(), answer.Records);
    }

    /// <summary>A number that is not the right one.</summary>
    public string Wrong()
    {
        string right = Viewer.Number!.Digits;
        return (right[0] == '9' ? '0' : (char)(right[0] + 1)) + right[1..];
    }
}
