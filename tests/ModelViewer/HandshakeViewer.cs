// M1 → ← M2   M3 → ← M4   M5 →   the consultant reads the number out   M6 → (first record)
using System.Security.Cryptography;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.ModelViewer;

/// <summary>
/// The viewer's end of the handshake, as <c>rs1/handshake.js</c> does it in the browser: the model for tests and for rigs
/// without a browser. One object serves one channel, retries included. Not thread-safe.
/// </summary>
public sealed class HandshakeViewer(
    Rs1Context context, Grants offered, TimeProvider time, RandomNumberGenerator random, NumberLength length = NumberLength.Six) : IDisposable
{
    private readonly StepClock _clock = new(time);
    private M1? _commitment;
    private byte[] _m1 = [];
    private byte[] _m2 = [];
    private P256KeyPair? _pair;
    private HandshakeKeys? _keys;
    private RecordCipher? _records;
    private int _handshakes;

    /// <summary>Where it is.</summary>
    public HandshakeState State { get; private set; }

    /// <summary>Why it ended, as the code to close the line with.</summary>
    public CloseCode? Failure { get; private set; }

    /// <summary>The agent's count of handshakes on this channel. Above one the consultant is shown that the connection was set up anew.</summary>
    public int Attempt => _commitment?.Attempt ?? 0;

    /// <summary>To be read out, in <see cref="HandshakeState.Number"/> only.</summary>
    public VerificationNumber? Number => State == HandshakeState.Number ? _keys!.Number : null;

    /// <summary>The open line, in <see cref="HandshakeState.Verified"/> only.</summary>
    public VerifiedViewer? Line { get; private set; }

    /// <summary>True once it has ended. Ends it when the time of the current step has run out.</summary>
    public bool IsOver()
    {
        if (_clock.IsOver) Fail(CloseCode.TimedOut);
        return State == HandshakeState.Ended;
    }

    /// <summary>Takes what the agent sent; the answer, if it has bytes, is to be sent. Null: it is over, close with <see cref="Failure"/>.</summary>
    public byte[]? Receive(ReadOnlySpan<byte> message)
    {
        if (IsOver()) return null;
        if (State == HandshakeState.Verified) throw new InvalidOperationException("Records are opened by the line.");
        try
        {
            if (message is [Rs1Type.M1, ..] && message.Length != KeySchedule.MacSize) return Begin(message);
            return State switch
            {
                HandshakeState.Handshake when _keys is null => Check(message),
                HandshakeState.Handshake => Confirm(message),
                HandshakeState.Number => Open(message),
                _ => Fail(CloseCode.Malformed),
            };
        }
        catch (WireFormatException)
        {
            return Fail(CloseCode.Malformed);
        }
    }

    /// <summary>Wipes the keys. Ends it, if it has not come to an end.</summary>
    public void Dispose()
    {
        if (State is not (HandshakeState.Verified or HandshakeState.Ended)) Fail(CloseCode.Ended);
    }

    // An agent that lost the line begins again, counting up; the number shown so far is void.
    private byte[]? Begin(ReadOnlySpan<byte> message)
    {
        if (M1.Read(message) is not { } m1) return Fail(CloseCode.Version);
        if (m1.SessionId != context.SessionId) return Fail(CloseCode.ContextChanged);
        if (m1.Attempt <= Attempt || _handshakes == Rs1Limits.Handshakes) return Fail(CloseCode.Malformed);
        Forget();
        _handshakes++;
        (_commitment, _m1) = (m1, message.ToArray());
        _pair = P256KeyPair.Create(random);
        byte[] nonce = new byte[KeySchedule.NonceSize];
        random.GetBytes(nonce);
        _m2 = new M2(_pair.PublicKey.ToArray(), nonce, offered).Write();
        State = HandshakeState.Handshake;
        _clock.Start(Rs1Limits.Handshake);
        return [.. _m2];
    }

    private byte[]? Check(ReadOnlySpan<byte> message)
    {
        M3 m3 = M3.Read(message);
        // Without this check a relay could choose the agent's key until both numbers are the same.
        byte[] due = KeySchedule.Commitment(context.Hash, m3.PublicKey, m3.Nonce);
        if (!CryptographicOperations.FixedTimeEquals(_commitment!.Commit, due)) return Fail(CloseCode.SecurityCheck);
        byte[] agreed = new byte[P256KeyPair.SecretSize];
        if (!_pair!.TryAgree(m3.PublicKey, agreed)) return Fail(CloseCode.SecurityCheck);
        _keys = new HandshakeKeys(agreed, KeySchedule.Transcript(context, _m1, _m2, message), length);
        CryptographicOperations.ZeroMemory(agreed);
        _pair = null;
        return new M4(_keys.ViewerMac).Write();
    }

    private byte[]? Confirm(ReadOnlySpan<byte> message)
    {
        if (!M5.Read(message).Confirms(_keys!)) return Fail(CloseCode.ContextChanged);
        _records = new RecordCipher(RecordDirection.FromViewer, _keys!.Secrets, time);
        State = HandshakeState.Number;
        _clock.Start(Rs1Limits.Number);
        return [];
    }

    private byte[]? Open(ReadOnlySpan<byte> message)
    {
        if (!_records!.TryOpen(message, out ReadOnlyMemory<byte> plain)) return Fail(CloseCode.SecurityCheck);
        M6 m6 = M6.Read(plain.Span);
        var resume = new ResumeViewer(context.SessionId, _keys!.Transcript, _keys.Secrets.Resume, time, random);
        Line = new VerifiedViewer(_records, m6.Granted, M6.GrantSeq, resume);
        _records = null;
        Forget();
        State = HandshakeState.Verified;
        return [];
    }

    private byte[]? Fail(CloseCode code)
    {
        (State, Failure) = (HandshakeState.Ended, code);
        Forget();
        return null;
    }

    private void Forget()
    {
        _clock.Stop();
        _pair = null;
        _keys?.Dispose();
        _keys = null;
        _records?.Dispose();
        _records = null;
    }
}

/// <summary>A verified line, at the viewer.</summary>
/// <param name="Records">Seals and opens from now on.</param>
/// <param name="Granted">What the customer allows to begin with.</param>
/// <param name="GrantSeq">The number of that grant.</param>
/// <param name="Resume">For when the line is lost.</param>
public sealed record VerifiedViewer(RecordCipher Records, Grants Granted, uint GrantSeq, ResumeViewer Resume);
