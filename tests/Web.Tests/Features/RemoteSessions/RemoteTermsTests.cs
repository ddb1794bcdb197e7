using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class RemoteTermsTests
{
    [Fact]
    public void ToCloseCode_SaysNothingUntrueOfWhoEndedIt()
    {
        SessionEnd[] WithCode(RelayCloseCode code) => [.. Enum.GetValues<SessionEnd>().Where(end => end.ToCloseCode() == code)];

        WithCode(RelayCloseCode.Ended).ShouldBe([SessionEnd.ConsultantEnded]);
        WithCode(RelayCloseCode.EndedByCustomer).ShouldBe([SessionEnd.CustomerEnded, SessionEnd.CustomerDeclined]);
        WithCode(RelayCloseCode.EndedByDesk).ShouldBe([SessionEnd.Expired, SessionEnd.Aborted, SessionEnd.ConsultantBarred]);
        WithCode(RelayCloseCode.LineLost).ShouldBe([SessionEnd.AgentLost, SessionEnd.ViewerLost]);
        WithCode(RelayCloseCode.Malformed).ShouldBe([SessionEnd.ProtocolError]);
    }
}
