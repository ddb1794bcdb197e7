using ServiceDesk.Remote.Rs1;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class KeyUpdateTests
{
    private const int EpochRecords = 1 << 16;
    private readonly RecordPair _pair = new();

    [Fact]
    public void KeyUpdate_OpensToNothing_AndTheNextRecordOpens()
    {
        RecordPair.Goes(_pair.Agent, _pair.Viewer, [1]).ShouldBeTrue();
        _pair.Viewer.TryOpen(_pair.Agent.SealKeyUpdate().Span, out ReadOnlyMemory<byte> plain).ShouldBeTrue();
        plain.IsEmpty.ShouldBeTrue();
        byte[] next = _pair.Agent.Seal([1, 2]).ToArray();
        next[..13].ShouldBe(Convert.FromHexString("40000000010000000000000000"));
        _pair.Viewer.TryOpen(next, out plain).ShouldBeTrue();
        plain.ToArray().ShouldBe([1, 2]);
        RecordPair.Goes(_pair.Viewer, _pair.Agent, [0x47]).ShouldBeTrue(); // the other direction is where it was
    }

    [Fact]
    public void KeyUpdate_IsDue_After65536Records()
    {
        for (int i = 0; i < EpochRecords; i++)
        {
            _pair.Agent.IsKeyUpdateDue.ShouldBeFalse();
            _pair.Viewer.TryOpen(_pair.Agent.Seal([2]).Span, out _).ShouldBeTrue();
        }

        _pair.Agent.IsKeyUpdateDue.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => _pair.Agent.Seal([2]));
        _pair.Viewer.TryOpen(_pair.Agent.SealKeyUpdate().Span, out _).ShouldBeTrue();
        _pair.Agent.IsKeyUpdateDue.ShouldBeFalse();
        RecordPair.Goes(_pair.Agent, _pair.Viewer, [2]).ShouldBeTrue();
    }

    [Fact]
    public void KeyUpdate_IsDue_AfterTenMinutes_WhenSomethingWasSent()
    {
        _pair.Time.Advance(TimeSpan.FromMinutes(20));
        _pair.Agent.IsKeyUpdateDue.ShouldBeFalse();
        _pair.Agent.Seal([2]);
        _pair.Agent.IsKeyUpdateDue.ShouldBeTrue();
        _pair.Agent.SealKeyUpdate();
        _pair.Agent.Seal([2]);
        _pair.Time.Advance(TimeSpan.FromMinutes(9.9));
        _pair.Agent.IsKeyUpdateDue.ShouldBeFalse();
        _pair.Time.Advance(TimeSpan.FromMinutes(0.1));
        _pair.Agent.IsKeyUpdateDue.ShouldBeTrue();
    }

    [Fact]
    public void SealKeyUpdate_Throws_WhenNothingWasSent() => Should.Throw<InvalidOperationException>(() => _pair.Agent.SealKeyUpdate());

    [Fact]
    public void TryOpen_IsFalse_WhenKeyUpdateIsSaidTwice()
    {
        using RecordKeys sender = Sender();
        _pair.Viewer.TryOpen(Sealed(sender, [2]), out _).ShouldBeTrue();
        _pair.Viewer.TryOpen(Sealed(sender, [0]), out _).ShouldBeTrue();
        sender.Advance();
        _pair.Viewer.TryOpen(Sealed(sender, [0]), out _).ShouldBeFalse();
    }

    [Fact]
    public void TryOpen_IsFalse_WhenKeyUpdateIsRepeatedByTheRelay()
    {
        _pair.Viewer.TryOpen(_pair.Agent.Seal([2]).Span, out _);
        byte[] update = _pair.Agent.SealKeyUpdate().ToArray();
        _pair.Viewer.TryOpen(update, out _).ShouldBeTrue();
        _pair.Viewer.TryOpen(update, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryOpen_IsFalse_WhenKeyUpdateWasLeftOut()
    {
        _pair.Viewer.TryOpen(_pair.Agent.Seal([2]).Span, out _);
        _pair.Agent.SealKeyUpdate();
        _pair.Viewer.TryOpen(_pair.Agent.Seal([2]).Span, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryOpen_IsFalse_WhenKeyUpdateHasABody()
    {
        using RecordKeys sender = Sender();
        _pair.Viewer.TryOpen(Sealed(sender, [2]), out _).ShouldBeTrue();
        _pair.Viewer.TryOpen(Sealed(sender, [0, 1]), out _).ShouldBeFalse();
    }

    [Fact]
    public void TryOpen_IsFalse_WhenTheEpochIsFullAndGoesOn()
    {
        using RecordKeys sender = Sender();
        for (int i = 0; i < EpochRecords; i++) _pair.Viewer.TryOpen(Sealed(sender, [2]), out _).ShouldBeTrue();
        _pair.Viewer.TryOpen(Sealed(sender, [2]), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0x40, 0x02)] // no end mark
    [InlineData(0x80, 0x02, 0x80)] // another bucket than the message needs
    [InlineData(0x40, 0x80)] // no type
    [InlineData(0x40, 0x02, 0x80, 0x00, 0x01)]
    [InlineData(0x40)]
    [InlineData(0x40, 0x01, 0x80)] // a frame in a bucket of input
    [InlineData(0x41, 0x02, 0x80)]
    public void TryOpen_IsFalse_WhenPaddingIsNotTheOneThereIs(int size, params int[] beginning)
    {
        using RecordKeys sender = Sender();
        byte[] padded = new byte[size];
        for (int i = 0; i < beginning.Length; i++) padded[i] = (byte)beginning[i];
        byte[] record = new byte[size + RecordKeys.Overhead];
        sender.Seal(padded, record);
        _pair.Viewer.TryOpen(record, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0x02, 1, 64)]
    [InlineData(0x02, 63, 64)]
    [InlineData(0x02, 64, 128)]
    [InlineData(0x02, 4095, 4096)]
    [InlineData(0x02, 4096, 5120)]
    [InlineData(0x01, 1, 256)]
    [InlineData(0x01, 255, 256)]
    [InlineData(0x01, 256, 512)]
    [InlineData(0x01, 4095, 4096)]
    [InlineData(0x01, 4096, 5120)]
    [InlineData(0x01, 261_119, 261_120)]
    public void Size_IsTheNextBucket(byte type, int length, int size) => RecordPadding.Size(type, length).ShouldBe(size);

    private RecordKeys Sender() => new(RecordDirection.FromAgent, _pair.Secrets.FromAgent, _pair.Time);

    private static byte[] Sealed(RecordKeys sender, byte[] plain)
    {
        byte[] padded = new byte[RecordPadding.Size(plain[0], plain.Length)];
        RecordPadding.Write(plain, padded);
        byte[] record = new byte[padded.Length + RecordKeys.Overhead];
        sender.Seal(padded, record);
        return record;
    }
}
