using CsCheck;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Rs1.Messages;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Rs1;

public class MessageTests
{
    private const int MostAllocated = 4096;
    private static readonly Guid Session = Guid.Parse("00010203-0405-0607-0809-0a0b0c0d0e0f");

    private static readonly (byte[] Bytes, Action<byte[]> Read)[] Kinds =
    [
        (new M1(Session, 2, new byte[32]).Write(), bytes => M1.Read(bytes)),
        (new M2(new byte[65], new byte[32], Grants.View).Write(), bytes => M2.Read(bytes)),
        (new M3(new byte[65], new byte[32]).Write(), bytes => M3.Read(bytes)),
        (new M4(new byte[32]).Write(), bytes => M4.Read(bytes)),
        (new M5(new byte[32]).Write(), bytes => M5.Read(bytes)),
        (new M6(Grants.View).Write(), bytes => M6.Read(bytes)),
        (R1.Write(Session, 0, new byte[65], new byte[32], new byte[32]), bytes => R1.Read(bytes)),
        (R2.Write(Session, 0, new byte[65], new byte[32], new byte[32], [1]), bytes => R2.Read(bytes)),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Kinds.Length)];

    [Theory]
    [InlineData(0, 58)]
    [InlineData(1, 105)]
    [InlineData(2, 102)]
    [InlineData(3, 32)]
    [InlineData(4, 32)]
    [InlineData(5, 7)]
    [InlineData(6, 156)]
    [InlineData(7, 156)]
    public void Length_IsWhatTheFileSays(int kind, int length) => Kinds[kind].Bytes.Length.ShouldBe(length);

    [Theory]
    [MemberData(nameof(All))]
    public void Read_Throws_WhenCutOrLengthened(int kind)
    {
        (byte[] whole, Action<byte[]> read) = Kinds[kind];
        for (int length = 0; length < whole.Length; length++)
            Should.Throw<WireFormatException>(() => read(whole[..length]));
        Should.Throw<WireFormatException>(() => read([.. whole, 0]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Read_ThrowsOnlyWireFormat_WhenAnyBitIsFlipped(int kind)
    {
        (byte[] whole, Action<byte[]> read) = Kinds[kind];
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            IsTotal(flipped, read).ShouldBeTrue();
        }
    }

    [Fact]
    public void Read_ThrowsOnlyWireFormat_WhenBytesAreRandom() =>
        Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Byte.Array[0, 600], Gen.Bool).Sample((kind, noise, begins) =>
        {
            // Most noise would stop at the first byte, so half of it begins like the message.
            if (begins) Kinds[kind].Bytes.AsSpan(0, Math.Min(noise.Length, 5)).CopyTo(noise);
            return IsTotal(noise, Kinds[kind].Read);
        });

    [Fact]
    public void Receive_NeverThrows_WhenBytesAreRandom() => Gen.Select(Gen.Byte.Array[0, 600], Gen.Byte[0, 6], Gen.Bool).Sample((noise, type, typed) =>
    {
        if (typed && noise.Length > 0) noise[0] = type;
        var ends = new Ends();
        ends.Agent.TryBegin(out _);
        return ends.Agent.Receive(noise) is null && ends.Viewer.Receive(noise) is null or { Length: 105 };
    }, iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(255)]
    public void Read_Throws_WhenAttemptIsNotOneToThree(byte attempt) =>
        Should.Throw<WireFormatException>(() => M1.Read(new M1(Session, attempt, new byte[32]).Write()));

    [Fact]
    public void Read_Throws_WhenMessageIsLongerThan512Bytes() =>
        Should.Throw<WireFormatException>(() => M1.Read(new byte[513])).Message.ShouldBe("handshake message too long");

    [Fact]
    public void TypesOfRs1_AreFreeOnTheWire()
    {
        Enum.IsDefined((WireType)Rs1RecordType.KeyUpdate).ShouldBeFalse();
        Enum.IsDefined((WireType)Rs1RecordType.NumberAccepted).ShouldBeFalse();
    }

    private static bool IsTotal(byte[] bytes, Action<byte[]> read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(bytes);
        }
        catch (WireFormatException)
        {
            // The one refusal there may be.
        }

        return GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated;
    }
}
