using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class CloseCodeTests
{
    [Fact]
    public void Codes_MeanTheSameAtTheRelay()
    {
        foreach (RelayCloseCode code in Enum.GetValues<RelayCloseCode>())
        {
            if (Enum.IsDefined((CloseCode)code)) ((CloseCode)code).ToString().ShouldBe(code.ToString());
        }
    }
}
