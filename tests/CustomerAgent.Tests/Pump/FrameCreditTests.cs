using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.Remote.Wire;

namespace ServiceDesk.CustomerAgent.Tests.Pump;

public sealed class FrameCreditTests
{
    [Fact]
    public void IsLeft_ForTwoUnpaintedFrames()
    {
        var credit = new FrameCredit();
        credit.Next.ShouldBe(1u);
        credit.Take().ShouldBe(1u);
        credit.Take().ShouldBe(2u);
        credit.IsLeft.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => credit.Take());
        credit.Painted(1);
        credit.IsLeft.ShouldBeTrue();
        credit.Take().ShouldBe(3u);
        credit.Painted(3);
        credit.Painted(3);
        credit.Take().ShouldBe(4u);
    }

    [Theory]
    [InlineData(3u)]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void Painted_Throws_ForAFrameThatIsNotOnItsWay(uint frame)
    {
        var credit = new FrameCredit();
        credit.Take();
        credit.Take();
        credit.Painted(1);
        Should.Throw<WireFormatException>(() => credit.Painted(frame));
    }
}
