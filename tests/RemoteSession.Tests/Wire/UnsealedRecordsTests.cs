using CsCheck;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.RemoteSession.Tests.Wire;

public class UnsealedRecordsTests
{
    [Fact]
    public void TryOpen_GivesThePlain_WhenItWasSealed() => Gen.Byte.Array[0, 300].Sample(plain =>
    {
        var records = new UnsealedRecords();
        return records.TryOpen(records.Seal(plain).Span, out ReadOnlyMemory<byte> opened) && opened.Span.SequenceEqual(plain);
    });

    [Fact]
    public void Seal_PutsTheMarkFirst_WhenSealed() => new UnsealedRecords().Seal([0x47]).ToArray().ShouldBe([0x40, 0x47]);

    [Theory]
    [InlineData("")]
    [InlineData("41")]
    [InlineData("0140")]
    public void TryOpen_IsFalse_WhenTheMarkIsMissing(string hex)
    {
        new UnsealedRecords().TryOpen(Convert.FromHexString(hex), out ReadOnlyMemory<byte> plain).ShouldBeFalse();
        plain.IsEmpty.ShouldBeTrue();
    }
}
