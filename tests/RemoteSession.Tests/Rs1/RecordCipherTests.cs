using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ServiceDesk.ModelViewer;
using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class RecordCipherTests
{
    private static readonly Gen<byte[]> Message =
        Gen.Select(Gen.Byte[1, 255], Gen.OneOf(Gen.Int[0, 200], Gen.Int[0, 5000], Gen.Int[0, 65_000])).Select((type, length) =>
        {
            byte[] plain = new byte[1 + length];
            for (int i = 1; i < plain.Length; i++) plain[i] = (byte)(i * 7);
            plain[0] = type;
            return plain;
        });

    private readonly RecordPair _pair = new();

    [Fact]
    public void TryOpen_GivesTheMessage_WhateverItsSizeAndType() => Message.Array[1, 4].Sample(messages =>
    {
        var pair = new RecordPair();
        return messages.All(plain => RecordPair.Goes(pair.Agent, pair.Viewer, plain) && RecordPair.Goes(pair.Viewer, pair.Agent, plain));
    });

    [Fact]
    public void TryOpen_IsFalse_WhenAnyBitIsFlipped() => Gen.Select(Message, Gen.Int[0, int.MaxValue], Gen.Bool).Sample((plain, place, fromAgent) =>
    {
        var pair = new RecordPair();
        (RecordCipher sender, RecordCipher receiver) = fromAgent ? (pair.Agent, pair.Viewer) : (pair.Viewer, pair.Agent);
        byte[] record = sender.Seal(plain).ToArray();
        int bit = place % (record.Length * 8);
        record[bit / 8] ^= (byte)(1 << (bit % 8));
        return !receiver.TryOpen(record, out ReadOnlyMemory<byte> opened) && opened.IsEmpty;
    });

    [Fact]
    public void TryOpen_IsFalse_FromTheFirstDeviationOn() => Gen.Select(Gen.Int[2, 12], Gen.Int[0, 2], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((count, way, one, two) =>
    {
        var pair = new RecordPair();
        byte[][] sent = [.. Enumerable.Range(0, count).Select(i => pair.Agent.Seal([1, (byte)i]).ToArray())];
        List<byte[]> arriving = [.. sent];
        int from = one % count, to = two % count;
        if (way == 0) (arriving[from], arriving[to]) = (arriving[to], arriving[from]); // swapped
        else if (way == 1) arriving.RemoveAt(from); // left out
        else arriving.Insert(to, sent[from]); // repeated
        int same = Enumerable.Range(0, arriving.Count).TakeWhile(i => i < count && arriving[i] == sent[i]).Count();
        return Enumerable.Range(0, arriving.Count).All(i => pair.Viewer.TryOpen(arriving[i], out _) == (i < same));
    });

    [Fact]
    public void TryOpen_IsFalse_WhenARecordComesBack()
    {
        byte[] record = _pair.Agent.Seal([1]).ToArray();
        _pair.Agent.TryOpen(record, out _).ShouldBeFalse();
    }

    [Fact]
    public void Refusal_EndsBothDirections()
    {
        _pair.Viewer.TryOpen(new byte[93], out _).ShouldBeFalse();
        Should.Throw<ObjectDisposedException>(() => _pair.Viewer.Seal([0x47]));
        Should.Throw<ObjectDisposedException>(() => _pair.Viewer.SealKeyUpdate());
        _pair.Viewer.TryOpen(_pair.Agent.Seal([1]).Span, out _).ShouldBeFalse();
        _pair.Viewer.IsKeyUpdateDue.ShouldBeFalse();
    }

    [Fact]
    public void TryOpen_NeverThrows_WhenBytesAreRandom() => Gen.Byte.Array[0, 300].Sample(noise =>
    {
        if (noise.Length > 0) noise[0] = 0x40;
        return !new RecordPair().Viewer.TryOpen(noise, out _);
    });

    [Theory]
    [InlineData(Rs1Limits.PlainFromAgent - 1, true)]
    [InlineData(Rs1Limits.PlainFromAgent, false)]
    public void Seal_Throws_WhenTheAgentSaysTooMuch(int length, bool fits) => SealsAndOpens(_pair.Agent, _pair.Viewer, length, fits);

    [Theory]
    [InlineData(Rs1Limits.PlainFromViewer - 1, true)]
    [InlineData(Rs1Limits.PlainFromViewer, false)]
    public void Seal_Throws_WhenTheViewerSaysTooMuch(int length, bool fits) => SealsAndOpens(_pair.Viewer, _pair.Agent, length, fits);

    [Fact]
    public void TryOpen_RefusesBeforeDeciphering_WhenRecordIsLongerThanItsDirectionCarries()
    {
        byte[] record = _pair.Agent.Seal([1, .. new byte[Rs1Limits.PlainFromViewer]]).ToArray();
        new RecordPair().Agent.TryOpen(record, out _).ShouldBeFalse();
    }

    [Fact]
    public void Seal_Throws_WhenItIsNoMessage()
    {
        Should.Throw<ArgumentException>(() => _pair.Agent.Seal([]));
        Should.Throw<ArgumentException>(() => _pair.Agent.Seal([0, 1]));
    }

    [Fact]
    public void Dispose_WipesTheSecrets()
    {
        var secrets = new SessionSecrets(new byte[32], new byte[32]);
        secrets.Dispose();
        secrets.FromAgent.ShouldBe(new byte[32]);
        secrets.FromViewer.ShouldBe(new byte[32]);
        secrets.Resume.ShouldBe(new byte[32]);
    }

    [Fact]
    public void SealedRecords_NeverShareKeyAndNumber_OverEpochsAndResumes() =>
        // The same message every time: one key and number used twice would give the same bytes twice.
        Gen.Select(Gen.Int, Gen.Int[0, 9].Array[20, 60]).Sample((seed, steps) =>
        {
            (VerifiedAgent agent, VerifiedViewer viewer) = new Ends(seed).Open();
            (RecordCipher a, RecordCipher c) = (agent.Records, viewer.Records);
            var seen = new HashSet<string>();
            bool unique = true;
            int resumes = 0;
            foreach (int step in steps)
            {
                if (step == 9 && resumes++ < Rs1Limits.Resumes)
                {
                    (a, c) = Ends.Resume(agent.Resume, viewer.Resume);
                    unique &= c.TryOpen(a.Seal([1, 2, 3, 4]).Span, out _); // the viewer sees that the agent has the new keys
                }

                foreach (RecordCipher one in (RecordCipher[])[a, c])
                {
                    unique &= seen.Add(Content(one.Seal([1, 2, 3])));
                    if (step is 7 or 8) one.SealKeyUpdate();
                }
            }

            return unique;
        }, iter: 10);

    private static string Content(ReadOnlyMemory<byte> record) => Convert.ToHexString(record.Span[RecordKeys.HeaderSize..]);

    private static void SealsAndOpens(RecordCipher sender, RecordCipher receiver, int length, bool fits)
    {
        byte[] plain = [2, .. new byte[length - 1]];
        if (fits) RecordPair.Goes(sender, receiver, plain).ShouldBeTrue();
        else Should.Throw<ArgumentException>(() => sender.Seal(plain));
    }
}

/// <summary>Both ends of a line with the same secrets.</summary>
internal sealed class RecordPair
{
    private readonly byte[] _agreed = new SeededRandom(6).Bytes(32);

    public RecordPair()
    {
        Agent = new RecordCipher(RecordDirection.FromAgent, Secrets, Time);
        Viewer = new RecordCipher(RecordDirection.FromViewer, Secrets, Time);
    }

    public FakeTimeProvider Time { get; } = new();

    public SessionSecrets Secrets => new(_agreed, new byte[32]);

    public RecordCipher Agent { get; }

    public RecordCipher Viewer { get; }

    public static bool Goes(RecordCipher sender, RecordCipher receiver, byte[] plain) =>
        receiver.TryOpen(sender.Seal(plain).Span, out ReadOnlyMemory<byte> opened) && opened.Span.SequenceEqual(plain);
}
