using System.Buffers.Text;
using System.Net.WebSockets;
using CsCheck;
using ServiceDesk.Remote.Relay;

namespace ServiceDesk.RemoteSession.Tests.Relay;

public class RelayDoorTests
{
    private readonly RelayRig _rig = new();

    [Theory]
    [InlineData(RelaySide.Agent)]
    [InlineData(RelaySide.Viewer)]
    public async Task Admit_LetsIn_WhenTokenIsGood(RelaySide side)
    {
        (RelayClient client, Task<RelayAdmission> admission) = _rig.Knock();
        await client.SendAsync(Join(side, side));
        (await admission).ShouldBe(new RelayAdmission(side, null));
        client.Socket.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task Admit_LetsIn_WhenMessageComesInFragments()
    {
        (RelayClient client, Task<RelayAdmission> admission) = _rig.Knock();
        byte[] join = Join(RelaySide.Agent, RelaySide.Agent);
        await client.SendAsync(join[..1], last: false);
        await client.SendAsync(join[1..20], last: false);
        await client.SendAsync(join[20..]);
        (await admission).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("Abuse", "12")]
    public async Task Admit_ClosesAlike_WhenTokenIsUsedExpiredOrUnknown()
    {
        byte[] used = Join(RelaySide.Agent, RelaySide.Agent);
        _rig.Tokens.Redeem(used.AsSpan(2), _rig.SessionId, RelaySide.Agent);
        byte[] expired = Join(RelaySide.Agent, RelaySide.Agent);
        _rig.Time.Advance(RelayTokens.DefaultLife);
        await ShouldRefuseAsync(used, RelayCloseCode.Token);
        await ShouldRefuseAsync(expired, RelayCloseCode.Token);
        await ShouldRefuseAsync([2, 1, .. new byte[32]], RelayCloseCode.Token);
    }

    [Fact]
    [Trait("Abuse", "13")]
    public async Task Admit_ClosesWithRole_WhenTokenIsForTheOtherSide() =>
        await ShouldRefuseAsync(Join(RelaySide.Agent, RelaySide.Viewer), RelayCloseCode.Role);

    [Fact]
    [Trait("Abuse", "14")]
    public async Task Admit_ClosesWithRole_WhenTokenIsForAnotherSession()
    {
        string token = _rig.Tokens.Issue(Guid.NewGuid(), RelaySide.Viewer, RelayTokens.DefaultLife);
        await ShouldRefuseAsync([2, 2, .. Base64Url.DecodeFromChars(token)], RelayCloseCode.Role);
    }

    [Theory]
    [Trait("Abuse", "1")]
    [InlineData("00", RelayCloseCode.Malformed)]
    [InlineData("", RelayCloseCode.Malformed)]
    [InlineData("0103", RelayCloseCode.Malformed)]
    public async Task Admit_ClosesWithMalformed_WhenMessageIsNoJoin(string hex, RelayCloseCode code)
    {
        await ShouldRefuseAsync(Convert.FromHexString(hex), code);
        byte[] role = Join(RelaySide.Agent, RelaySide.Agent);
        role[1] = 3;
        await ShouldRefuseAsync(role, code);
        byte[] mark = Join(RelaySide.Agent, RelaySide.Agent);
        mark[0] = 1;
        await ShouldRefuseAsync(mark, code);
    }

    [Theory]
    [Trait("Abuse", "4")]
    [InlineData(35)]
    [InlineData(20_000)]
    public async Task Admit_ClosesWithTooBig_WhenMessageIsLonger(int length) =>
        await ShouldRefuseAsync(new byte[length], RelayCloseCode.TooBig);

    [Fact]
    [Trait("Abuse", "2")]
    public async Task Admit_ClosesWithNotBinary_WhenMessageIsText()
    {
        (RelayClient client, Task<RelayAdmission> admission) = _rig.Knock();
        await client.SendAsync([65], type: WebSocketMessageType.Text);
        (await client.ReceiveCloseAsync()).ShouldBe(RelayCloseCode.NotBinary);
        (await admission).Refusal.ShouldBe(RelayCloseCode.NotBinary);
    }

    [Fact]
    [Trait("Abuse", "7")]
    public async Task Admit_ClosesWithTimedOut_WhenNothingComesFor5Seconds()
    {
        (RelayClient client, Task<RelayAdmission> admission) = _rig.Knock();
        Task<RelayCloseCode?> closed = client.ReceiveCloseAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(4.9));
        closed.IsCompleted.ShouldBeFalse();
        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));
        (await closed).ShouldBe(RelayCloseCode.TimedOut);
        (await admission).Refusal.ShouldBe(RelayCloseCode.TimedOut);
    }

    [Fact]
    [Trait("Abuse", "7")]
    public async Task Admit_DropsTheLine_WhenTheCloseIsNotAnswered()
    {
        (_, Task<RelayAdmission> admission) = _rig.Knock();
        TimeSpan took = await _rig.PassUntilAsync(admission, TimeSpan.FromSeconds(0.5));
        took.ShouldBeGreaterThanOrEqualTo(_rig.Limits.Join + _rig.Limits.CloseGrace);
    }

    [Fact]
    [Trait("Abuse", "1")]
    public async Task Admit_RefusesWithoutThrowing_WhenLineCarriesRandomBytes() =>
        await Gen.Byte.Array[0, 200].SampleAsync(async bytes =>
        {
            (RelayClient client, Task<RelayAdmission> admission) = _rig.Knock();
            await client.Line.WriteAsync(bytes);
            client.Cut();
            (await admission.WaitAsync(RelayClient.Patience)).Refusal.ShouldNotBeNull();
        }, iter: 300);

    private async Task ShouldRefuseAsync(byte[] message, RelayCloseCode code)
    {
        (RelayClient client, Task<RelayAdmission> admission) = _rig.Knock();
        await client.SendAsync(message);
        (await client.ReceiveCloseAsync()).ShouldBe(code);
        (await admission.WaitAsync(RelayClient.Patience)).Refusal.ShouldBe(code);
    }

    private byte[] Join(RelaySide role, RelaySide tokenFor) =>
        [2, (byte)role, .. Base64Url.DecodeFromChars(_rig.Tokens.Issue(_rig.SessionId, tokenFor, RelayTokens.DefaultLife))];
}
