using CsCheck;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class HandshakeTests
{
    private readonly Ends _ends = new();

    [Fact]
    public void BothEnds_ShowTheSameNumber_WhenNobodyIsBetweenThem() => Gen.Int.Sample(seed =>
    {
        var ends = new Ends(seed);
        (VerifiedAgent agent, VerifiedViewer viewer) = ends.Open(Grants.View | Grants.Control);
        return viewer is { Granted: Grants.View | Grants.Control, GrantSeq: 1 } && ends.Agent.Offered == (Grants.View | Grants.Control)
            && viewer.Records.TryOpen(agent.Records.Seal([1, 2]).Span, out ReadOnlyMemory<byte> plain) && plain.Span.SequenceEqual(new byte[] { 1, 2 });
    }, iter: 30);

    [Fact]
    public void BothEnds_ShowEightDigits_WhenPolicySaysSo()
    {
        var ends = new Ends(length: NumberLength.Eight);
        ends.Open();
        ends.Agent.State.ShouldBe(HandshakeState.Verified);
    }

    public static TheoryData<string> Fields => ["session", "origin", "channel", "version", "locale", "hash", "consultant"];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Viewer_Refuses_WhenAnyFieldOfTheContextDiffers(string field)
    {
        var ends = new Ends(viewerContext: Other(field));
        ends.Agent.TryBegin(out byte[] m1);
        if (field == "session")
        {
            ends.Viewer.Receive(m1).ShouldBeNull();
            ends.Viewer.Failure.ShouldBe(CloseCode.ContextChanged);
            return;
        }

        byte[] m3 = ends.Agent.Receive(ends.Viewer.Receive(m1)!)!;
        ends.Viewer.Receive(m3).ShouldBeNull();
        ends.Viewer.Failure.ShouldBe(CloseCode.SecurityCheck); // the commitment holds the context
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void ConfirmationsAndNumber_Differ_WhenAnyFieldOfTheContextDiffers(string field)
    {
        byte[] agreed = new SeededRandom(4).Bytes(32);
        using var one = new HandshakeKeys(agreed, KeySchedule.Transcript(Ends.Context(), [1], [2], [3]), NumberLength.Six);
        using var other = new HandshakeKeys(agreed, KeySchedule.Transcript(Other(field), [1], [2], [3]), NumberLength.Six);
        new M4(one.ViewerMac).Confirms(other).ShouldBeFalse();
        new M5(one.AgentMac).Confirms(other).ShouldBeFalse();
        one.Number.Digits.ShouldNotBe(other.Number.Digits);
    }

    [Fact]
    public void Agent_SaysContextChanged_WhenRelayChangedWhatIsOffered()
    {
        _ends.Agent.TryBegin(out byte[] m1);
        byte[] m2 = _ends.Viewer.Receive(m1)!;
        m2[^1] ^= (byte)Grants.FileToCustomer;
        byte[] m3 = _ends.Agent.Receive(m2)!;
        byte[] m4 = _ends.Viewer.Receive(m3)!;
        _ends.Agent.Receive(m4).ShouldBeNull();
        _ends.Agent.Failure.ShouldBe(CloseCode.ContextChanged);
    }

    [Fact]
    public void Viewer_SaysContextChanged_WhenConfirmationIsWrong()
    {
        _ends.Agent.TryBegin(out byte[] m1);
        byte[] m4 = _ends.Viewer.Receive(_ends.Agent.Receive(_ends.Viewer.Receive(m1)!)!)!;
        byte[] m5 = _ends.Agent.Receive(m4)!;
        m5[7] ^= 1;
        _ends.Viewer.Receive(m5).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.ContextChanged);
    }

    [Fact]
    public void Viewer_Refuses_WhenAnyBitOfTheRevealIsFlipped() => Gen.Int[0, ((102 - 3) * 8) - 1].Sample(bit =>
    {
        var ends = new Ends();
        ends.Agent.TryBegin(out byte[] m1);
        byte[] m3 = ends.Agent.Receive(ends.Viewer.Receive(m1)!)!;
        m3[3 + (bit / 8)] ^= (byte)(1 << (bit % 8));
        return ends.Viewer.Receive(m3) is null && ends.Viewer.Failure is CloseCode.SecurityCheck or CloseCode.Malformed;
    }, iter: 40);

    [Fact]
    public void Agent_Refuses_WhenThePointIsNotOnTheCurve()
    {
        _ends.Agent.TryBegin(out byte[] m1);
        byte[] m2 = _ends.Viewer.Receive(m1)!;
        m2[20] ^= 1;
        _ends.Agent.Receive(m2).ShouldBeNull();
        _ends.Agent.Failure.ShouldBe(CloseCode.SecurityCheck);
    }

    [Fact]
    public void Viewer_Refuses_WhenACommittedPointIsNotOnTheCurve()
    {
        byte[] point = [4, .. new byte[64]], nonce = new byte[32];
        Rs1Context context = Ends.Context();
        _ends.Viewer.Receive(new M1(context.SessionId, 1, KeySchedule.Commitment(context.Hash, point, nonce)).Write()).ShouldNotBeNull();
        _ends.Viewer.Receive(new M3(point, nonce).Write()).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.SecurityCheck);
    }

    [Theory]
    [InlineData(1, 2)] // version
    [InlineData(4, 2)] // suite
    public void Viewer_SaysVersion_WhenAgentSpeaksAnother(int place, byte value)
    {
        _ends.Agent.TryBegin(out byte[] m1);
        m1[place] = value;
        _ends.Viewer.Receive(m1).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.Version);
    }

    [Fact]
    public void Agent_SaysVersion_WhenViewerChoosesAnotherSuite()
    {
        _ends.Agent.TryBegin(out byte[] m1);
        byte[] m2 = _ends.Viewer.Receive(m1)!;
        m2[1] = 2;
        _ends.Agent.Receive(m2).ShouldBeNull();
        _ends.Agent.Failure.ShouldBe(CloseCode.Version);
    }

    [Fact]
    public void Viewer_Burns_WhenTheRevealComesTwice()
    {
        _ends.Agent.TryBegin(out byte[] m1);
        byte[] m3 = _ends.Agent.Receive(_ends.Viewer.Receive(m1)!)!;
        _ends.Viewer.Receive(m3).ShouldNotBeNull();
        _ends.Viewer.Receive(m3).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.Malformed);
    }

    [Fact]
    public void Agent_Burns_WhenAnAnswerComesBeforeItsQuestion()
    {
        _ends.Agent.Receive(new M2(new byte[65], new byte[32], Grants.View).Write()).ShouldBeNull();
        _ends.Agent.Failure.ShouldBe(CloseCode.Malformed);
        _ends.Agent.TryBegin(out _).ShouldBeFalse();
    }

    [Fact]
    public void Viewer_Burns_WhenARecordComesBeforeTheConfirmation()
    {
        _ends.Agent.TryBegin(out byte[] m1);
        _ends.Viewer.Receive(_ends.Agent.Receive(_ends.Viewer.Receive(m1)!)!).ShouldNotBeNull();
        _ends.Viewer.Receive([0x40, .. new byte[92]]).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.Malformed);
    }

    [Fact]
    public void Agent_Burns_WhenARecordComesBeforeTheNumber()
    {
        _ends.Agree();
        _ends.Agent.Receive([0x40, .. new byte[92]]).ShouldBeNull();
        _ends.Agent.Failure.ShouldBe(CloseCode.Malformed);
    }

    private static Rs1Context Other(string field) => field switch
    {
        "session" => Ends.Context(sessionId: "10010203-0405-0607-0809-0a0b0c0d0e0f"),
        "origin" => Ends.Context(origin: "https://desk.example.com"),
        "channel" => Ends.Context(channel: 48291308),
        "version" => Ends.Context(version: "1+2+2"),
        "locale" => Ends.Context(locale: "en"),
        "hash" => Ends.Context(hash: 8),
        "consultant" => Ends.Context(consultant: "Jana Koehler"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
