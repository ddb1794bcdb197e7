using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class CloseCodesTests
{
    [Fact]
    public void All_HasEveryCodeOnce() => CloseCodes.All.Select(row => row.Code).ShouldBe(Enum.GetValues<CloseCode>());

    [Fact]
    public void Texts_AreThereInBothLanguages() =>
        CloseCodes.All.ShouldAllBe(row => row.German.Length > 0 && row.English.Length > 0 && row.German.Contains("{0}") == row.English.Contains("{0}"));

    [Fact]
    public void Say_PutsTheDetailInItsPlace()
    {
        CloseCodes.Of(CloseCode.Rate).Say(german: true, "5").ShouldBe("Zu viele Versuche – in 5 Minuten");
        CloseCodes.Of(CloseCode.Ended).Say(german: false, "the desk").ShouldBe("Session ended (by the desk)");
        CloseCodes.Of(CloseCode.TimedOut).Say(german: true).ShouldBe("Zeit abgelaufen");
    }

    [Fact]
    public void Codes_MeanTheSameAtTheRelay()
    {
        foreach (RelayCloseCode code in Enum.GetValues<RelayCloseCode>())
        {
            if (Enum.IsDefined((CloseCode)code)) ((CloseCode)code).ToString().ShouldBe(code.ToString());
        }
    }

    [Fact]
    public void OnlyWhatMayBeAnAttack_IsAnAlarm() =>
        CloseCodes.All.Where(row => row.IsAlarm).Select(row => row.Code).ShouldBe([CloseCode.SecondParticipant, CloseCode.SecurityCheck]);
}
