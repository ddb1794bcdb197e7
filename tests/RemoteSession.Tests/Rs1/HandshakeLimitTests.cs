using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>How often and how long: each end keeps the bounds by itself.</summary>
public class HandshakeLimitTests
{
    private readonly Ends _ends = new();

    [Fact]
    public void TryBegin_IsFalse_AtTheFourthTime()
    {
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            _ends.Agent.TryBegin(out _).ShouldBeTrue();
            _ends.Agent.Attempt.ShouldBe(attempt);
        }

        _ends.Agent.TryBegin(out byte[] m1).ShouldBeFalse();
        m1.ShouldBeEmpty();
        _ends.Agent.Failure.ShouldBe(CloseCode.Malformed);
    }

    [Fact]
    public void Viewer_CountsByItself_WhenTheRelayPlaysManyAgents()
    {
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            _ends.Agent.TryBegin(out byte[] m1);
            _ends.Viewer.Receive(m1).ShouldNotBeNull();
            _ends.Viewer.Attempt.ShouldBe(attempt);
        }

        new Ends(2).Agent.TryBegin(out byte[] fourth);
        _ends.Viewer.Receive(fourth).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.Malformed);
    }

    [Fact]
    public void Viewer_Refuses_WhenAnAttemptIsNotLaterThanTheLast()
    {
        _ends.Agent.TryBegin(out byte[] first);
        _ends.Viewer.Receive(first).ShouldNotBeNull();
        _ends.Viewer.Receive(first).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.Malformed);
    }

    [Fact]
    public void NewAttempt_HasANewNumber_AndTheOldOneIsWorthless()
    {
        string old = _ends.Agree().Viewer.Number!.Digits;
        _ends.Agree().Viewer.Number!.Digits.ShouldNotBe(old);
        _ends.Agent.Enter(old).ShouldBe(NumberEntry.Wrong);
        _ends.Agent.Enter(_ends.Viewer.Number!.Digits).ShouldBe(NumberEntry.Right);
    }

    [Fact]
    public void NewAttempt_SharesNothingWithTheLast()
    {
        _ends.Agent.TryBegin(out byte[] first);
        byte[] m2 = _ends.Viewer.Receive(first)!, m3 = _ends.Agent.Receive(m2)!;
        _ends.Agent.TryBegin(out byte[] second);
        byte[] otherM2 = _ends.Viewer.Receive(second)!, otherM3 = _ends.Agent.Receive(otherM2)!;
        otherM2[4..69].ShouldNotBe(m2[4..69]);
        otherM2[71..103].ShouldNotBe(m2[71..103]);
        otherM3[3..68].ShouldNotBe(m3[3..68]);
        otherM3[70..].ShouldNotBe(m3[70..]);
    }

    [Fact]
    public void Enter_BurnsTheChannel_WhenThreeNumbersAreWrong()
    {
        _ends.Agree();
        _ends.Agent.Enter(_ends.Wrong()).ShouldBe(NumberEntry.Wrong);
        _ends.Agent.Enter(_ends.Wrong()).ShouldBe(NumberEntry.Wrong);
        _ends.Agent.Enter(_ends.Wrong()).ShouldBe(NumberEntry.Ended);
        _ends.Agent.Failure.ShouldBe(CloseCode.SecurityCheck);
        _ends.Agent.Enter(_ends.Viewer.Number!.Digits).ShouldBe(NumberEntry.Ended);
        _ends.Agent.TryBegin(out _).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => _ends.Agent.Open(Grants.View));
    }

    [Fact]
    public void Enter_CountsTypingsOfTheChannel_WhenItWasBegunAgain()
    {
        _ends.Agree().Agent.Enter(_ends.Wrong());
        _ends.Agree().Agent.Enter(_ends.Wrong()).ShouldBe(NumberEntry.Wrong);
        _ends.Agree().Agent.Enter(_ends.Wrong()).ShouldBe(NumberEntry.Ended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666")]
    public void Enter_CountsNoTyping_WhenItIsNoNumber(string typed)
    {
        _ends.Agree();
        for (int i = 0; i < 5; i++) _ends.Agent.Enter(typed).ShouldBe(NumberEntry.NotANumber);
        _ends.Agent.Enter(_ends.Viewer.Number!.Spoken).ShouldBe(NumberEntry.Right);
    }

    [Theory]
    [InlineData(19.9, false)]
    [InlineData(20.0, true)]
    public void Handshake_EndsAtBothEnds_WhenItTakesTwentySeconds(double seconds, bool over)
    {
        _ends.Agent.TryBegin(out byte[] m1);
        byte[] m2 = _ends.Viewer.Receive(m1)!;
        _ends.Time.Advance(TimeSpan.FromSeconds(seconds));
        _ends.Agent.IsOver().ShouldBe(over);
        _ends.Viewer.IsOver().ShouldBe(over);
        (_ends.Agent.Receive(m2) is null).ShouldBe(over);
        _ends.Agent.Failure.ShouldBe(over ? CloseCode.TimedOut : null);
    }

    [Theory]
    [InlineData(179, false)]
    [InlineData(180, true)]
    public void Number_IsTooLate_After180Seconds(int seconds, bool over)
    {
        string number = _ends.Agree().Viewer.Number!.Digits;
        _ends.Time.Advance(TimeSpan.FromSeconds(seconds));
        _ends.Viewer.IsOver().ShouldBe(over);
        _ends.Agent.Enter(number).ShouldBe(over ? NumberEntry.Ended : NumberEntry.Right);
        _ends.Agent.Failure.ShouldBe(over ? CloseCode.TimedOut : null);
    }

    [Fact]
    public void Verified_HasNoTimeLimit()
    {
        _ends.Open();
        _ends.Time.Advance(TimeSpan.FromHours(1));
        _ends.Agent.IsOver().ShouldBeFalse();
        _ends.Viewer.IsOver().ShouldBeFalse();
    }

    [Fact]
    public void Viewer_StaysAtTheNumber_UntilTheFirstRecordOpens()
    {
        _ends.Agree();
        _ends.Agent.Enter(_ends.Viewer.Number!.Digits);
        byte[] first = _ends.Agent.Open(Grants.View).FirstRecord.ToArray();
        _ends.Viewer.Line.ShouldBeNull();
        first[20] ^= 1;
        _ends.Viewer.Receive(first).ShouldBeNull();
        _ends.Viewer.Failure.ShouldBe(CloseCode.SecurityCheck);
        _ends.Viewer.Line.ShouldBeNull();
    }

    [Fact]
    public void Open_Throws_WhenNumberWasNotTypedOrLineIsOpen()
    {
        Should.Throw<InvalidOperationException>(() => _ends.Agree().Agent.Open(Grants.View));
        _ends.Agent.Enter(_ends.Viewer.Number!.Digits);
        _ends.Agent.Open(Grants.View);
        Should.Throw<InvalidOperationException>(() => _ends.Agent.Open(Grants.View));
        Should.Throw<InvalidOperationException>(() => _ends.Agent.TryBegin(out _));
    }

    [Fact]
    public void Dispose_EndsIt_WhereverItIs()
    {
        _ends.Agree();
        _ends.Agent.Dispose();
        _ends.Viewer.Dispose();
        _ends.Agent.Failure.ShouldBe(CloseCode.Ended);
        _ends.Viewer.Failure.ShouldBe(CloseCode.Ended);
        _ends.Viewer.Number.ShouldBeNull();
    }
}
