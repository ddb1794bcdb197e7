// line lost   new line: R1 → ← R2   then records under new keys, beginning with the grants: view only
using System.Security.Cryptography;
using ServiceDesk.Remote.Rs1.Messages;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.Remote.Rs1;

/// <summary>
/// The agent's end of replacing a lost line: within 60 s, ten times, without a new number, because the secret it starts
/// from was verified. Each secret gives one new line; R1 may be repeated on another line until R2 has come. Not thread-safe.
/// </summary>
public sealed class ResumeAgent : IDisposable
{
    private readonly TimeProvider _time;
    private readonly RandomNumberGenerator _random;
    private readonly StepClock _clock;
    private ResumeKeys? _keys;
    private P256KeyPair? _pair;
    private byte[] _r1 = [];
    private bool _lost;

    internal ResumeAgent(Guid sessionId, byte[] transcript, ReadOnlySpan<byte> secret, TimeProvider time, RandomNumberGenerator random)
    {
        (_time, _random, _clock) = (time, random, new StepClock(time));
        _keys = new ResumeKeys(sessionId, transcript, secret, count: 0);
    }

    /// <summary>Why it ended, as the code to close the line with.</summary>
    public CloseCode? Failure { get; private set; }

    /// <summary>The line is gone; the minute begins. Once more before the new one stands does not begin it again.</summary>
    public void LineLost()
    {
        if (!_lost) _clock.Start(Rs1Limits.Resume);
        _lost = true;
        _pair = null;
    }

    /// <summary>True once it cannot go on: a minute without a line, ten lines replaced, or refused.</summary>
    public bool IsOver()
    {
        if (_clock.IsOver) Fail(CloseCode.TimedOut);
        else if (_lost && _keys?.Count >= Rs1Limits.Resumes) Fail(CloseCode.Malformed);
        return _keys is null;
    }

    /// <summary>On a new line: the first message. False when <see cref="IsOver"/>.</summary>
    public bool TryBegin(out byte[] r1)
    {
        if (!_lost) throw new InvalidOperationException("The line was not lost.");
        r1 = [];
        if (IsOver()) return false;
        _pair = P256KeyPair.Create(_random);
        byte[] nonce = new byte[KeySchedule.NonceSize];
        _random.GetBytes(nonce);
        _r1 = R1.Write(_keys!.SessionId, _keys.Count, _pair.PublicKey, nonce, _keys.Secret);
        r1 = [.. _r1];
        return true;
    }

    /// <summary>Takes the viewer's answer. Null: it is over, close with <see cref="Failure"/>.</summary>
    public RecordCipher? Complete(ReadOnlySpan<byte> message)
    {
        if (IsOver()) return null;
        try
        {
            R2 r2 = R2.Read(message);
            ResumeKeys keys = _keys!;
            if (_pair is null || r2.SessionId != keys.SessionId || r2.Count != keys.Count) return Fail(CloseCode.Malformed);
            if (!r2.IsFrom(message, keys.Secret, _r1)
                || !keys.TryAgree(_pair, r2.PublicKey, _r1, message, RecordDirection.FromAgent, _time, out RecordCipher? records, out ResumeKeys? next))
                return Fail(CloseCode.SecurityCheck);
            keys.Dispose();
            (_keys, _pair, _lost) = (next, null, false);
            _clock.Stop();
            return records;
        }
        catch (WireFormatException)
        {
            return Fail(CloseCode.Malformed);
        }
    }

    /// <summary>Wipes the secret: this session's line cannot be replaced any more.</summary>
    public void Dispose()
    {
        if (_keys is not null) Fail(CloseCode.Ended);
    }

    private RecordCipher? Fail(CloseCode code)
    {
        Failure ??= code;
        _clock.Stop();
        _keys?.Dispose();
        (_keys, _pair) = (null, null);
        return null;
    }
}
