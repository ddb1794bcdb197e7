using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

/// <summary>A viewer that does everything but compare the reveal with the commitment. It exists to show what that comparison is for.</summary>
internal sealed class CarelessViewer(Rs1Context context, SeededRandom random)
{
    private P256KeyPair? _pair;
    private byte[] _m1 = [];
    private byte[] _m2 = [];
    private HandshakeKeys? _keys;
    private bool _confirmed;

    public VerificationNumber? Number => _confirmed ? _keys!.Number : null;

    public byte[]? Receive(byte[] message) => message switch
    {
        [0x01, ..] when message.Length != KeySchedule.MacSize => Begin(message),
        [0x03, ..] when _keys is null => Reveal(message),
        _ => Confirm(message),
    };

    private byte[] Begin(byte[] message)
    {
        _m1 = message;
        _pair = P256KeyPair.Create(random);
        return _m2 = new M2(_pair.PublicKey.ToArray(), random.Bytes(KeySchedule.NonceSize), Grants.View).Write();
    }

    private byte[] Reveal(byte[] message)
    {
        byte[] agreed = new byte[P256KeyPair.SecretSize];
        _pair!.TryAgree(M3.Read(message).PublicKey, agreed).ShouldBeTrue();
        _keys = new HandshakeKeys(agreed, KeySchedule.Transcript(context, _m1, _m2, message), NumberLength.Six);
        return new M4(_keys.ViewerMac).Write();
    }

    private byte[]? Confirm(byte[] message)
    {
        _confirmed = M5.Read(message).Confirms(_keys!);
        return _confirmed ? [] : null;
    }
}
