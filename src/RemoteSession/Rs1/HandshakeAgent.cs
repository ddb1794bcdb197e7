// M1 → ← M2   M3 → ← M4   M5 →   the customer types the number   M6 → (first record)
using System.Security.Cryptography;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1.Messages;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1;

/// <summary>
/// The agent's end of the handshake. One object serves one channel, retries included, because the caps count per channel.
/// It knows the number and never shows it. Not thread-safe. Time is looked at when something happens; a caller that wants
/// to know earlier asks <see cref="IsOver"/> once a second.
/// </summary>
public sealed class HandshakeAgent(
    Rs1Context context, TimeProvider time, RandomNumberGenerator random, NumberLength length = NumberLength.Six) : IDisposable
{
    private readonly StepClock _clock = new(time);
    private P256KeyPair? _pair;
    private byte[] _nonce = [];
    private byte[] _m1 = [];
    private HandshakeKeys? _keys;
    private int _typings;

    /// <summary>Where it is.</summary>
    public HandshakeState State { get; private set; }

    /// <summary>Why it ended, as the code to close the line with.</summary>
    public CloseCode? Failure { get; private set; }

    /// <summary>Handshakes begun on this channel. Above one the customer is shown that the connection was set up anew.</summary>
    public int Attempt { get; private set; }

    /// <summary>What the viewer's side may ask for, as it says.</summary>
    public Grants Offered { get; private set; }

    /// <summary>True once it has ended. Ends it when the time of the current step has run out.</summary>
    public bool IsOver()
    {
        if (_clock.IsOver) Fail(CloseCode.TimedOut);
        return State == HandshakeState.Ended;
    }

    /// <summary>
    /// Begins, on the first line or again on a new one: another key, another nonce, another number. False when the channel
    /// is burned or was tried three times.
    /// </summary>
    public bool TryBegin(out byte[] m1)
    {
        if (State == HandshakeState.Verified) throw new InvalidOperationException("A verified line is resumed, not begun again.");
        m1 = [];
        if (IsOver()) return false;
        if (Attempt == Rs1Limits.Handshakes)
        {
            Fail(CloseCode.Malformed);
            return false;
        }

        Forget();
        Attempt++;
        _pair = P256KeyPair.Create(random);
        _nonce = new byte[KeySchedule.NonceSize];
        random.GetBytes(_nonce);
        _m1 = new M1(context.SessionId, (byte)Attempt, KeySchedule.Commitment(context.Hash, _pair.PublicKey, _nonce)).Write();
        m1 = [.. _m1];
        State = HandshakeState.Handshake;
        _clock.Start(Rs1Limits.Handshake);
        return true;
    }

    /// <summary>Takes what the viewer sent; the answer is to be sent. Null: it is over, close with <see cref="Failure"/>.</summary>
    public byte[]? Receive(ReadOnlySpan<byte> message)
    {
        if (IsOver()) return null;
        try
        {
            return State != HandshakeState.Handshake ? Fail(CloseCode.Malformed) : _keys is null ? Answer(message) : Confirm(message);
        }
        catch (WireFormatException)
        {
            return Fail(CloseCode.Malformed);
        }
    }

    /// <summary>Compares what the customer typed. Three wrong ones burn the channel.</summary>
    public NumberEntry Enter(string typed)
    {
        if (IsOver()) return NumberEntry.Ended;
        if (State != HandshakeState.Number) throw new InvalidOperationException("No number is due.");
        if (!VerificationNumber.TryRead(typed, length, out string digits)) return NumberEntry.NotANumber;
        _typings++;
        if (_keys!.Number.IsSame(digits))
        {
            State = HandshakeState.Verified;
            _clock.Stop();
            return NumberEntry.Right;
        }

        if (_typings < Rs1Limits.Typings) return NumberEntry.Wrong;
        Fail(CloseCode.SecurityCheck);
        return NumberEntry.Ended;
    }

    /// <summary>After the right number, once: the records' keys and the first record, M6, which is to be sent before any other.</summary>
    public VerifiedAgent Open(Grants granted)
    {
        if (State != HandshakeState.Verified || _keys is null) throw new InvalidOperationException("The number was not typed, or the line is open.");
        var records = new RecordCipher(RecordDirection.FromAgent, _keys.Secrets, time);
        byte[] m6 = records.Seal(new M6(granted).Write()).ToArray();
        var resume = new ResumeAgent(context.SessionId, _keys.Transcript, _keys.Secrets.Resume, time, random);
        Forget();
        return new VerifiedAgent(records, m6, resume);
    }

    /// <summary>Wipes the keys. Ends it, if it has not come to an end.</summary>
    public void Dispose()
    {
        Forget();
        if (State != HandshakeState.Ended) (State, Failure) = (HandshakeState.Ended, CloseCode.Ended);
    }

    private byte[]? Answer(ReadOnlySpan<byte> message)
    {
        if (M2.Read(message) is not { } m2) return Fail(CloseCode.Version);
        byte[] agreed = new byte[P256KeyPair.SecretSize];
        if (!_pair!.TryAgree(m2.PublicKey, agreed)) return Fail(CloseCode.SecurityCheck);
        Offered = m2.Offered;
        byte[] m3 = new M3(_pair.PublicKey.ToArray(), _nonce).Write();
        _keys = new HandshakeKeys(agreed, KeySchedule.Transcript(context, _m1, message, m3), length);
        CryptographicOperations.ZeroMemory(agreed);
        _pair = null;
        return m3;
    }

    private byte[]? Confirm(ReadOnlySpan<byte> message)
    {
        if (!M4.Read(message).Confirms(_keys!)) return Fail(CloseCode.ContextChanged);
        State = HandshakeState.Number;
        _clock.Start(Rs1Limits.Number);
        return new M5(_keys!.AgentMac).Write();
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
        CryptographicOperations.ZeroMemory(_nonce);
        _keys?.Dispose();
        _keys = null;
    }
}

/// <summary>A verified line, at the agent.</summary>
/// <param name="Records">Seals and opens from now on.</param>
/// <param name="FirstRecord">M6, sealed.</param>
/// <param name="Resume">For when the line is lost.</param>
public sealed record VerifiedAgent(RecordCipher Records, ReadOnlyMemory<byte> FirstRecord, ResumeAgent Resume);
