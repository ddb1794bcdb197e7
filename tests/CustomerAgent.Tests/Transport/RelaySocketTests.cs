using System.Buffers.Text;
using System.Security.Cryptography;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Relay;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Tests.Transport;

public sealed class RelaySocketTests
{
    [Fact]
    public async Task Open_ShowsSideAndToken()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        using RelaySocket relay = await OpenAsync(desk);
        await Shell.UntilAsync(() => desk.Viewer.Connected, "the join message");
        desk.Viewer.Hello.ShouldBe([0x02, 0x01, .. Base64Url.DecodeFromChars(desk.Session.RelayToken)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Rs1Limits.HandshakeBytes)]
    [InlineData(Rs1Limits.PlainFromViewer + 29)]
    public async Task Receive_GivesWholeMessages_UpToTheWiresLimit(int length)
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        using RelaySocket relay = await OpenAsync(desk);
        await Shell.UntilAsync(() => desk.Viewer.Connected, "the join message");
        for (int message = 0; message < 3; message++)
        {
            byte[] sent = RandomNumberGenerator.GetBytes(length);
            await desk.Viewer.SendInPiecesAsync(sent, 1000);
            (await relay.ReceiveAsync()).ShouldNotBeNull().ToArray().ShouldBe(sent);
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public async Task Receive_Refuses_WhenTheMessageIsLongerThanTheRelayLetsThrough(int piece)
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        using RelaySocket relay = await OpenAsync(desk);
        await Shell.UntilAsync(() => desk.Viewer.Connected, "the join message");
        await desk.Viewer.SendInPiecesAsync(new byte[new RelayLimits().FromViewer.MessageBytes + 1], piece);
        await Should.ThrowAsync<WireFormatException>(relay.ReceiveAsync);
    }

    private static Task<RelaySocket> OpenAsync(FakeDesk desk) =>
        RelaySocket.OpenAsync(new Uri(desk.Address), desk.Session.RelayPath, desk.Session.RelayToken, TestContext.Current.CancellationToken);
}
