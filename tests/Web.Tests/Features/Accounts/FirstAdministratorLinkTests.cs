using Microsoft.Extensions.Time.Testing;

namespace ServiceDesk.Web.Tests.Features.Accounts;

public sealed class FirstAdministratorLinkTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Link_WorksOnce()
    {
        FirstAdministratorLink link = new(_time);
        string token = link.Issue();
        link.IsOpen(token).ShouldBeTrue();
        link.TryUse(token).ShouldBeTrue();
        link.TryUse(token).ShouldBeFalse();
        link.IsOpen(token).ShouldBeFalse();
    }

    [Fact]
    public void Link_IsClosed_AfterADay()
    {
        FirstAdministratorLink link = new(_time);
        string token = link.Issue();
        _time.Advance(TimeSpan.FromHours(24));
        link.IsOpen(token).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void Link_IsClosed_WhenTheTokenIsAnother(string token)
    {
        FirstAdministratorLink link = new(_time);
        link.IsOpen(token).ShouldBeFalse();
        link.Issue();
        link.TryUse(token).ShouldBeFalse();
    }
}
