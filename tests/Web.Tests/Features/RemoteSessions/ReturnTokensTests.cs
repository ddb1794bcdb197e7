using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class ReturnTokensTests
{
    private readonly ReturnTokens _tokens = new();
    private readonly Guid _session = Guid.NewGuid();

    [Fact]
    public void Redeem_GivesTheSameNextTokenAgain_WhenTheAnswerWasLost()
    {
        string first = _tokens.Issue(_session);

        string next = _tokens.Redeem(_session, first).ShouldNotBeNull();

        _tokens.Redeem(_session, first).ShouldBe(next);
        _tokens.Redeem(_session, next).ShouldNotBeNull().ShouldNotBe(next);
    }

    [Fact]
    [Trait("Abuse", "12")]
    public void Redeem_RefusesAnOldToken_OnceTheNextWasUsed()
    {
        string first = _tokens.Issue(_session);
        string second = _tokens.Redeem(_session, first)!;
        string third = _tokens.Redeem(_session, second)!;

        _tokens.Redeem(_session, first).ShouldBeNull();

        _tokens.Redeem(_session, second).ShouldBe(third, "a refused one uses nothing up");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Redeem_RefusesWhatWasNeverIssued(string? token)
    {
        _tokens.Issue(_session);

        _tokens.Redeem(_session, token).ShouldBeNull();
    }

    [Fact]
    public void Redeem_RefusesAnotherSessionsToken_AndAForgottenSession()
    {
        string first = _tokens.Issue(_session);

        _tokens.Redeem(Guid.NewGuid(), first).ShouldBeNull();
        _tokens.Forget(_session);
        _tokens.Redeem(_session, first).ShouldBeNull();
    }

    [Fact]
    public void Issue_MakesWhatWasIssuedBeforeWorthless()
    {
        string first = _tokens.Issue(_session), anew = _tokens.Issue(_session);

        _tokens.Redeem(_session, first).ShouldBeNull();
        _tokens.Redeem(_session, anew).ShouldNotBeNull();
    }

    [Fact]
    public void Issue_Gives32BytesInBase64Url() => _tokens.Issue(_session).ShouldMatch("^[A-Za-z0-9_-]{43}$");
}
