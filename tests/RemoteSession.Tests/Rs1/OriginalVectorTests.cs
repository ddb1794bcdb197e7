using Microsoft.Extensions.Time.Testing;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class OriginalVectorTests
{
    private static readonly FakeTimeProvider Time = new();
    private readonly P256KeyPair _pairA = Pair("privA");
    private readonly P256KeyPair _pairC = Pair("privC");

    [Fact]
    public void Context_IsTheVectors()
    {
        Convert.ToHexStringLower(OriginalVectors.Context.Bytes).ShouldBe(OriginalVectors.Text("ctx"));
        Convert.ToHexStringLower(OriginalVectors.Context.Hash).ShouldBe(OriginalVectors.Text("ctxHash"));
    }

    [Fact]
    public void Keys_AreTheVectors()
    {
        Convert.ToHexStringLower(_pairA.PublicKey).ShouldBe(OriginalVectors.Text("pkA"));
        Convert.ToHexStringLower(_pairC.PublicKey).ShouldBe(OriginalVectors.Text("pkC"));
        Convert.ToHexStringLower(Agreed(_pairA, _pairC.PublicKey)).ShouldBe(OriginalVectors.Text("Z"));
        Convert.ToHexStringLower(Agreed(_pairC, _pairA.PublicKey)).ShouldBe(OriginalVectors.Text("Z"));
    }

    [Fact]
    public void Schedule_IsTheVectors()
    {
        byte[] transcript = KeySchedule.Transcript(OriginalVectors.Context, OriginalVectors.Bytes("M1"), OriginalVectors.Bytes("M2"), OriginalVectors.Bytes("M3"));
        using var keys = new HandshakeKeys(OriginalVectors.Bytes("Z"), transcript, NumberLength.Six);
        Convert.ToHexStringLower(KeySchedule.Commitment(OriginalVectors.Context.Hash, _pairA.PublicKey, OriginalVectors.Bytes("nA"))).ShouldBe(OriginalVectors.Text("commit"));
        Convert.ToHexStringLower(transcript).ShouldBe(OriginalVectors.Text("TH"));
        keys.Number.Digits.ShouldBe(OriginalVectors.Text("sas"));
        keys.ViewerMac.ShouldBe(OriginalVectors.Bytes("finC"));
        keys.AgentMac.ShouldBe(OriginalVectors.Bytes("finA"));
        keys.Secrets.FromAgent.ShouldBe(OriginalVectors.Bytes("a2c0", "secret"));
        keys.Secrets.FromViewer.ShouldBe(OriginalVectors.Bytes("c2a0", "secret"));
        keys.Secrets.Resume.ShouldBe(OriginalVectors.Bytes("resume0"));
    }

    [Theory]
    [InlineData("a2c")]
    [InlineData("c2a")]
    public void Epochs_AreTheVectors(string direction)
    {
        foreach (string epoch in (string[])["0", "1"])
        {
            byte[] secret = OriginalVectors.Bytes(direction + epoch, "secret");
            KeySchedule.Derive(secret, [], "key", 32).ShouldBe(OriginalVectors.Bytes(direction + epoch, "key"));
            KeySchedule.Derive(secret, [], "iv", 12).ShouldBe(OriginalVectors.Bytes(direction + epoch, "iv"));
            if (epoch == "0") KeySchedule.Derive(secret, [], "next", 32).ShouldBe(OriginalVectors.Bytes(direction + "1", "secret"));
        }
    }

    [Fact]
    public void BothEnds_SayWhatTheVectorsSay_WhenTheyDrawTheSame()
    {
        var agent = new HandshakeAgent(OriginalVectors.Context, Time, new ToldRandom(OriginalVectors.Bytes("privA"), OriginalVectors.Bytes("nA")));
        var viewer = new HandshakeViewer(
            OriginalVectors.Context, (Grants)OriginalVectors.GrantsOffered, Time, new ToldRandom(OriginalVectors.Bytes("privC"), OriginalVectors.Bytes("nC")));
        agent.TryBegin(out byte[] m1).ShouldBeTrue();
        m1.ShouldBe(OriginalVectors.Bytes("M1"));
        viewer.Receive(m1).ShouldBe(OriginalVectors.Bytes("M2"));
        agent.Receive(OriginalVectors.Bytes("M2")).ShouldBe(OriginalVectors.Bytes("M3"));
        viewer.Receive(OriginalVectors.Bytes("M3")).ShouldBe(OriginalVectors.Bytes("finC"));
        agent.Receive(OriginalVectors.Bytes("finC")).ShouldBe(OriginalVectors.Bytes("finA"));
        viewer.Receive(OriginalVectors.Bytes("finA")).ShouldBe([]);
        viewer.Number!.Digits.ShouldBe(OriginalVectors.Text("sas"));
        agent.Enter(OriginalVectors.Text("sas")).ShouldBe(NumberEntry.Right);
        agent.Offered.ShouldBe(Grants.View | Grants.Control);
    }

    [Fact]
    public void Padding_IsTheVectors()
    {
        byte[] plain = [0x21, .. "hello"u8];
        byte[] padded = new byte[RecordPadding.Size(plain[0], plain.Length)];
        RecordPadding.Write(plain, padded);
        padded.ShouldBe(OriginalVectors.Bytes("pt"));
    }

    [Fact]
    public void RecordsOfTheViewer_AreTheVectors()
    {
        using var keys = new RecordKeys(RecordDirection.FromViewer, OriginalVectors.Bytes("c2a0", "secret"), Time);
        Sealed(keys).ShouldBe(OriginalVectors.Bytes("rec_c2a_0_0"));
        Sealed(keys).ShouldBe(OriginalVectors.Bytes("rec_c2a_0_1"));
    }

    [Fact]
    public void RecordOfTheAgent_IsTheVectors_InTheNextEpoch()
    {
        using var keys = new RecordKeys(RecordDirection.FromAgent, OriginalVectors.Bytes("a2c0", "secret"), Time);
        keys.Advance();
        for (int i = 0; i < 7; i++) Sealed(keys);
        Sealed(keys).ShouldBe(OriginalVectors.Bytes("rec_a2c_1_7"));
    }

    [Fact]
    public void Resume_IsTheVectors()
    {
        Guid id = OriginalVectors.Context.SessionId;
        var agent = new ResumeAgent(id, OriginalVectors.Bytes("TH"), OriginalVectors.Bytes("resume0"), Time,
            new ToldRandom(OriginalVectors.Bytes("resumePrivA"), OriginalVectors.ResumeNonce("R1")));
        var viewer = new ResumeViewer(id, OriginalVectors.Bytes("TH"), OriginalVectors.Bytes("resume0"), Time,
            new ToldRandom(OriginalVectors.Bytes("resumePrivC"), OriginalVectors.ResumeNonce("R2")));
        agent.LineLost();
        viewer.LineLost();
        agent.TryBegin(out byte[] r1).ShouldBeTrue();
        r1.ShouldBe(OriginalVectors.Bytes("R1"));
        viewer.Answer(r1)!.Reply.ToArray().ShouldBe(OriginalVectors.Bytes("R2"));
        agent.Complete(OriginalVectors.Bytes("R2")).ShouldNotBeNull();
    }

    [Fact]
    public void SecretsAfterResume_AreTheVectors()
    {
        byte[] transcript = KeySchedule.ResumeTranscript(OriginalVectors.Bytes("TH"), OriginalVectors.Bytes("R1"), OriginalVectors.Bytes("R2"));
        byte[] other = OriginalVectors.Bytes("R2")[(3 + 16 + 4 + 2)..][..P256KeyPair.PointSize];
        using var secrets = new SessionSecrets([.. OriginalVectors.Bytes("resume0"), .. Agreed(Pair("resumePrivA"), other)], transcript);
        transcript.ShouldBe(OriginalVectors.Bytes("TH2"));
        secrets.FromAgent.ShouldBe(OriginalVectors.Bytes("secret_a2c_r1"));
        secrets.Resume.ShouldBe(OriginalVectors.Bytes("resume1"));
    }

    private static P256KeyPair Pair(string name)
    {
        P256KeyPair.TryFromPrivate(OriginalVectors.Bytes(name), out P256KeyPair? pair).ShouldBeTrue();
        return pair!;
    }

    private static byte[] Agreed(P256KeyPair pair, ReadOnlySpan<byte> point)
    {
        byte[] secret = new byte[P256KeyPair.SecretSize];
        pair.TryAgree(point, secret).ShouldBeTrue();
        return secret;
    }

    private static byte[] Sealed(RecordKeys keys)
    {
        byte[] padded = OriginalVectors.Bytes("pt");
        byte[] record = new byte[padded.Length + RecordKeys.Overhead];
        keys.Seal(padded, record);
        return record;
    }
}
