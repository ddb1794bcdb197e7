using System.Reflection;
using System.Security.Cryptography;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Transport;

public sealed class LineToViewerTests
{
    [Fact]
    public async Task Send_Refuses_BeforeTheLineIsVerified()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        using var line = new LineToViewer(await OpenAsync(desk), TimeProvider.System);
        await Should.ThrowAsync<InvalidOperationException>(line.SendAsync(new Pong(1)));
        await Should.ThrowAsync<InvalidOperationException>(line.SendAsync(new byte[] { 1 }, () => true));
        await Should.ThrowAsync<InvalidOperationException>(line.ReceiveAsync());
        desk.Viewer.HandshakeMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dispose_LeavesNoSecretBehind()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        VerifiedAgent verified = Verify(desk);
        var line = new LineToViewer(await OpenAsync(desk), TimeProvider.System);
        await line.OpenAsync(verified.Records, verified.FirstRecord);
        byte[][] secrets = [.. Secrets(verified.Records), .. Secrets(verified.Resume)];
        secrets.Length.ShouldBeGreaterThanOrEqualTo(5);
        secrets.ShouldAllBe(secret => secret.Any(value => value != 0));
        line.Dispose();
        verified.Resume.Dispose();
        secrets.ShouldAllBe(secret => secret.All(value => value == 0));
        await line.SendAsync(new Pong(1)); // says nothing, and nothing is said
    }

    private static VerifiedAgent Verify(FakeDesk desk)
    {
        Channel.TryParse(FakeDesk.Channel, out Channel channel).ShouldBeTrue();
        Rs1Context context = Rs1Context.Of(desk.Session, channel);
        using var random = RandomNumberGenerator.Create();
        using var agent = new HandshakeAgent(context, TimeProvider.System, random);
        using var viewer = new HandshakeViewer(context, Grants.View, TimeProvider.System, random);
        agent.TryBegin(out byte[] m1).ShouldBeTrue();
        byte[] m5 = agent.Receive(viewer.Receive(agent.Receive(viewer.Receive(m1)!)!)!)!;
        viewer.Receive(m5).ShouldNotBeNull();
        agent.Enter(viewer.Number!.Digits).ShouldBe(NumberEntry.Right);
        return agent.Open(Grants.View);
    }

    // Every array of 12 or 32 bytes that the object and its parts hold: keys' secrets and starting numbers.
    private static IEnumerable<byte[]> Secrets(object? part, int depth = 0)
    {
        if (part is null || depth > 2 || part.GetType().Namespace != typeof(RecordCipher).Namespace)
            yield break;
        foreach (FieldInfo field in part.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
        {
            object? value = field.GetValue(part);
            if (value is byte[] { Length: 12 or 32 } bytes && !field.Name.Contains("nonce", StringComparison.OrdinalIgnoreCase)
                && !field.Name.Contains("transcript", StringComparison.OrdinalIgnoreCase))
                yield return bytes;
            else if (value is not byte[])
            {
                foreach (byte[] inner in Secrets(value, depth + 1))
                    yield return inner;
            }
        }
    }

    private static Task<RelaySocket> OpenAsync(FakeDesk desk) =>
        RelaySocket.OpenAsync(new Uri(desk.Address), desk.Session.RelayPath, desk.Session.RelayToken, TestContext.Current.CancellationToken);
}
