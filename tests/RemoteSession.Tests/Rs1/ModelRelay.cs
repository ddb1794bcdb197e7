using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>
/// A relay that wants to read along: it agrees on a key with each end and needs both to see the same number. So that it
/// has a chance within a test, the last two digits count as the number. It wins when both ends are at the number and the same.
/// </summary>
internal sealed class ModelRelay(Rs1Context context, SeededRandom random)
{
    private readonly P256KeyPair _pair = P256KeyPair.Create(random);

    /// <param name="agent">The real agent.</param>
    /// <param name="viewer">Takes a message, gives the answer; null is a refusal.</param>
    /// <param name="numberOfViewer">What the viewer shows.</param>
    /// <param name="choosesLate">Looks for a fitting nonce after it has seen the viewer's, whatever it committed to.</param>
    public bool Wins(HandshakeAgent agent, Func<byte[], byte[]?> viewer, Func<VerificationNumber?> numberOfViewer, bool choosesLate)
    {
        // With the agent: its commitment comes first, so its number is what it is.
        agent.TryBegin(out byte[] agentM1).ShouldBeTrue();
        byte[] toAgent = new M2(_pair.PublicKey.ToArray(), random.Bytes(32), Grants.View).Write();
        byte[] agentM3 = agent.Receive(toAgent)!;
        HandshakeKeys withAgent = Keys(M3.Read(agentM3).PublicKey, agentM1, toAgent, agentM3);

        // With the viewer: commit, see its nonce, reveal.
        byte[] nonce = random.Bytes(32);
        byte[] m1 = new M1(context.SessionId, 1, KeySchedule.Commitment(context.Hash, _pair.PublicKey, nonce)).Write();
        byte[] m2 = viewer(m1)!;
        byte[] m3 = new M3(_pair.PublicKey.ToArray(), nonce).Write();
        HandshakeKeys withViewer = Keys(M2.Read(m2)!.PublicKey, m1, m2, m3);
        while (choosesLate && Short(withViewer.Number) != Short(withAgent.Number))
        {
            m3 = new M3(_pair.PublicKey.ToArray(), random.Bytes(32)).Write();
            withViewer = Keys(M2.Read(m2)!.PublicKey, m1, m2, m3);
        }

        if (viewer(m3) is null || viewer(withViewer.AgentMac) is null || agent.Receive(withAgent.ViewerMac) is null) return false;
        return Short(numberOfViewer()!) == Short(withAgent.Number);
    }

    private static string Short(VerificationNumber number) => number.Digits[^2..];

    private HandshakeKeys Keys(byte[] other, byte[] m1, byte[] m2, byte[] m3)
    {
        byte[] agreed = new byte[P256KeyPair.SecretSize];
        _pair.TryAgree(other, agreed).ShouldBeTrue();
        return new HandshakeKeys(agreed, KeySchedule.Transcript(context, m1, m2, m3), NumberLength.Six);
    }
}
