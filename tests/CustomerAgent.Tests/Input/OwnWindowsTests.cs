using ServiceDesk.CustomerAgent.Input;

namespace ServiceDesk.CustomerAgent.Tests.Input;

public sealed class OwnWindowsTests
{
    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(39, 59, true)]
    [InlineData(40, 59, false)]
    [InlineData(39, 60, false)]
    [InlineData(9, 20, false)]
    public void Cover_IsTrueInsideOnly(int x, int y, bool covered)
    {
        var own = new OwnWindows();
        own.Shown(this, 10, 20, 30, 40);
        own.Cover(x, y).ShouldBe(covered);
    }

    [Fact]
    public void Hidden_ForgetsPlaceAndKeyboard()
    {
        var own = new OwnWindows();
        own.Shown(this, 0, 0, 10, 10);
        own.Focused(this, true);
        own.HaveKeyboard().ShouldBeTrue();
        own.Hidden(this);
        own.HaveKeyboard().ShouldBeFalse();
        own.Cover(5, 5).ShouldBeFalse();
    }
}
