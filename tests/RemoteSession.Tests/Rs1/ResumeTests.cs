using CsCheck;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class ResumeTests
{
    private readonly Ends _ends = new();
    private readonly VerifiedAgent _agent;
    private readonly VerifiedViewer _viewer;

    public ResumeTests()
    {
        (_agent, _viewer) = _ends.Open();
    }

    [Fact]
    public void NewLine_CarriesRecordsBothWays_AndTheOldKeysOpenNothing()
    {
        (RecordCipher agent, RecordCipher viewer) = Resume();
        _viewer.Records.TryOpen(agent.Seal([1]).Span, out _).ShouldBeFalse();
        viewer.TryOpen(agent.Seal([1]).Span, out _).ShouldBeFalse(); // the first one went elsewhere
        (agent, viewer) = new Func<(RecordCipher, RecordCipher)>(Resume)();
        RecordPair.Goes(agent, viewer, [1, 2]).ShouldBeTrue();
        RecordPair.Goes(viewer, agent, [0x47]).ShouldBeTrue();
    }

    [Fact]
    public void Line_IsReplacedTenTimes_AndNotOnceMore()
    {
        for (int i = 0; i < 10; i++)
        {
            (RecordCipher agent, RecordCipher viewer) = Resume();
            RecordPair.Goes(agent, viewer, [1]).ShouldBeTrue();
        }

        _agent.Resume.LineLost();
        _agent.Resume.TryBegin(out byte[] r1).ShouldBeFalse();
        r1.ShouldBeEmpty();
        _agent.Resume.Failure.ShouldBe(CloseCode.Malformed);
    }

    [Theory]
    [InlineData(59.9, false)]
    [InlineData(60.0, true)]
    public void Resume_IsOverAtBothEnds_AfterAMinute(double seconds, bool over)
    {
        Lose();
        _ends.Time.Advance(TimeSpan.FromSeconds(seconds));
        Lose(); // losing one that never stood begins no new minute
        _agent.Resume.TryBegin(out _).ShouldBe(!over);
        _agent.Resume.Failure.ShouldBe(over ? CloseCode.TimedOut : null);
        _viewer.Resume.IsOver().ShouldBe(over);
    }

    [Fact]
    public void Resume_GoesOn_WhenTheAnswerGotLost()
    {
        Lose();
        _agent.Resume.TryBegin(out byte[] r1);
        _viewer.Resume.Answer(r1).ShouldNotBeNull();
        Lose();
        _agent.Resume.TryBegin(out byte[] again).ShouldBeTrue();
        again.ShouldNotBe(r1);
        ResumedViewer answer = _viewer.Resume.Answer(again).ShouldNotBeNull();
        RecordPair.Goes(_agent.Resume.Complete(answer.Reply.Span)!, answer.Records, [1]).ShouldBeTrue();
    }

    [Fact]
    public void Resume_GoesOn_WhenTheFirstRecordGotLost()
    {
        Resume(); // the viewer has not seen that the agent has the new keys
        _ends.Time.Advance(TimeSpan.FromSeconds(50));
        (RecordCipher agent, RecordCipher viewer) = Resume();
        _ends.Time.Advance(TimeSpan.FromSeconds(50));
        RecordPair.Goes(agent, viewer, [1]).ShouldBeTrue();
        _viewer.Resume.IsOver().ShouldBeFalse();
    }

    [Fact]
    public void Viewer_Refuses_WhenAUsedStepIsRepeated()
    {
        Lose();
        _agent.Resume.TryBegin(out byte[] old);
        ResumedViewer answer = _viewer.Resume.Answer(old)!;
        RecordPair.Goes(_agent.Resume.Complete(answer.Reply.Span)!, answer.Records, [1]).ShouldBeTrue();
        Lose();
        _viewer.Resume.Answer(old).ShouldBeNull();
        _viewer.Resume.Failure.ShouldBe(CloseCode.SecurityCheck);
    }

    [Fact]
    public void Agent_Refuses_WhenTheAnswerIsForAnEarlierQuestion()
    {
        Lose();
        _agent.Resume.TryBegin(out byte[] first);
        ResumedViewer answer = _viewer.Resume.Answer(first)!;
        Lose();
        _agent.Resume.TryBegin(out _);
        _agent.Resume.Complete(answer.Reply.Span).ShouldBeNull();
        _agent.Resume.Failure.ShouldBe(CloseCode.SecurityCheck);
    }

    [Fact]
    public void Viewer_Refuses_WhenTheSecretIsAnothers()
    {
        VerifiedAgent stranger = new Ends(9).Open().Agent;
        stranger.Resume.LineLost();
        _viewer.Resume.LineLost();
        stranger.Resume.TryBegin(out byte[] r1);
        _viewer.Resume.Answer(r1).ShouldBeNull();
        _viewer.Resume.Failure.ShouldBe(CloseCode.SecurityCheck);
    }

    [Fact]
    public void BothEnds_Refuse_WhenAnyBitIsFlipped() => Gen.Select(Gen.Int[0, (156 * 8) - 1], Gen.Bool).Sample((bit, question) =>
    {
        (VerifiedAgent agent, VerifiedViewer viewer) = new Ends(bit).Open();
        agent.Resume.LineLost();
        viewer.Resume.LineLost();
        agent.Resume.TryBegin(out byte[] r1);
        byte[] flipped = question ? r1 : viewer.Resume.Answer(r1)!.Reply.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return question ? viewer.Resume.Answer(flipped) is null : agent.Resume.Complete(flipped) is null;
    }, iter: 40);

    [Fact]
    public void BothEnds_NeverThrow_WhenBytesAreRandom() => Gen.Byte.Array[0, 600].Sample(noise =>
    {
        if (noise.Length > 0) noise[0] = (byte)(5 + (noise[0] % 2));
        var agent = new ResumeAgent(Guid.Empty, new byte[32], new byte[32], _ends.Time, _ends.Random);
        var viewer = new ResumeViewer(Guid.Empty, new byte[32], new byte[32], _ends.Time, _ends.Random);
        agent.LineLost();
        viewer.LineLost();
        return agent.TryBegin(out _) && agent.Complete(noise) is null && viewer.Answer(noise) is null;
    }, iter: 100);

    [Fact]
    public void TryBegin_Throws_WhenTheLineIsThere() => Should.Throw<InvalidOperationException>(() => _agent.Resume.TryBegin(out _));

    [Fact]
    public void Viewer_Refuses_WhenTheLineIsThere()
    {
        _agent.Resume.LineLost();
        _agent.Resume.TryBegin(out byte[] r1);
        _viewer.Resume.Answer(r1).ShouldBeNull();
    }

    [Fact]
    public void Dispose_EndsIt()
    {
        _agent.Resume.Dispose();
        _agent.Resume.LineLost();
        _agent.Resume.TryBegin(out _).ShouldBeFalse();
        _agent.Resume.Failure.ShouldBe(CloseCode.Ended);
    }

    [Fact]
    public void Keys_AreWiped_WhenDisposed()
    {
        var keys = new ResumeKeys(Guid.Empty, new byte[32], new SeededRandom(1).Bytes(32), 0);
        keys.Dispose();
        keys.Secret.ToArray().ShouldBe(new byte[32]);
    }

    private void Lose()
    {
        _agent.Resume.LineLost();
        _viewer.Resume.LineLost();
    }

    private (RecordCipher Agent, RecordCipher Viewer) Resume() => Ends.Resume(_agent.Resume, _viewer.Resume);
}
