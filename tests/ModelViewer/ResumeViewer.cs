// line lost   new line: R1 → ← R2   then records under new keys
using System.Security.Cryptography;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.ModelViewer;

/// <summary>
/// The viewer's end of replacing a lost line, as <c>rs1/resume.js</c> does it. The answer may get lost as well, so the old
/// secret stays until the agent has shown that it has the new one: by a record, or by asking from the new one. Not thread-safe.
/// </summary>
public sealed class ResumeViewer : IDisposable
{
    private readonly TimeProvider _time;
    private readonly RandomNumberGenerator _random;
    private readonly StepClock _clock;
    private ResumeKeys? _keys;
    private ResumeKeys? _next;
    private bool _lost;

    /// <param name="sessionId">The session.</param>
    /// <param name="transcript">TH of the handshake, 32 bytes.</param>
    /// <param name="secret">RS_0, 32 bytes; copied.</param>
    /// <param name="time">For the minute.</param>
    /// <param name="random">For keys and nonces.</param>
    public ResumeViewer(Guid sessionId, byte[] transcript, ReadOnlySpan<byte> secret, TimeProvider time, RandomNumberGenerator random)
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
    }

    /// <summary>True once it cannot go on: a minute without a line, ten lines replaced, or refused.</summary>
    public bool IsOver()
    {
        if (_clock.IsOver) Fail(CloseCode.TimedOut);
        return _keys is null;
    }

    /// <summary>Takes the agent's first message on a new line; the answer is to be sent. Null: it is over, close with <see cref="Failure"/>.</summary>
    public ResumedViewer? Answer(ReadOnlySpan<byte> message)
    {
        if (IsOver()) return null;
        try
        {
            R1 r1 = R1.Read(message);
            if (!_lost || r1.SessionId != _keys!.SessionId || r1.Count >= Rs1Limits.Resumes) return Fail(CloseCode.Malformed);
            ResumeKeys? keys = r1.Count == _keys.Count ? _keys : r1.Count == _next?.Count ? _next : null;
            if (keys is null || !r1.IsFrom(message, keys.Secret)) return Fail(CloseCode.SecurityCheck);
            if (keys == _next)
            {
                Promote(keys);
                _clock.Start(Rs1Limits.Resume); // the line between was there, and was lost later
            }

            return Answer(keys, r1, message) ?? Fail(CloseCode.SecurityCheck);
        }
        catch (WireFormatException)
        {
            return Fail(CloseCode.Malformed);
        }
    }

    /// <summary>Wipes the secrets: this session's line cannot be replaced any more.</summary>
    public void Dispose()
    {
        if (_keys is not null) Fail(CloseCode.Ended);
    }

    private ResumedViewer? Answer(ResumeKeys keys, R1 r1, ReadOnlySpan<byte> message)
    {
        P256KeyPair pair = P256KeyPair.Create(_random);
        byte[] nonce = new byte[KeySchedule.NonceSize];
        _random.GetBytes(nonce);
        byte[] r2 = R2.Write(keys.SessionId, keys.Count, pair.PublicKey, nonce, keys.Secret, message);
        if (!keys.TryAgree(pair, r1.PublicKey, message, r2, RecordDirection.FromViewer, _time, out RecordCipher? records, out ResumeKeys? next)) return null;
        _next?.Dispose();
        _next = next;
        records!.FirstOpened = () =>
        {
            if (_next != next) return;
            Promote(next!);
            _lost = false;
            _clock.Stop();
        };
        return new ResumedViewer(records, r2);
    }

    private void Promote(ResumeKeys next)
    {
        _keys?.Dispose();
        (_keys, _next) = (next, null);
    }

    private ResumedViewer? Fail(CloseCode code)
    {
        Failure ??= code;
        _clock.Stop();
        _keys?.Dispose();
        _next?.Dispose();
        (_keys, _next) = (null, null);
        return null;
    }
}

/// <summary>A replaced line, at the viewer.</summary>
/// <param name="Records">Seals and opens from now on.</param>
/// <param name="Reply">R2, to be sent before any record.</param>
public sealed record ResumedViewer(RecordCipher Records, ReadOnlyMemory<byte> Reply);
