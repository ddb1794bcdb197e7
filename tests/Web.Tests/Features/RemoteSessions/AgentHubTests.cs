using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.RemoteSessions;

public sealed class AgentHubTests(SessionDesk desk) : IClassFixture<SessionDesk>
{
    [Fact]
    public async Task Join_TellsWhoWillSee_WhenTheTextsAreAccepted()
    {
        await using RunningSession session = await desk.RunAsync();

        session.Joined.SessionId.ShouldBe(session.Id);
        session.Joined.Consultant.ShouldBe("Max Weber");
        session.Joined.TicketNumber.ShouldBe(new TicketNumber(session.Ticket).ToString());
        session.Joined.Institution.ShouldBe("University Computing Centre");
        session.Joined.Documents.Select(document => document.Kind).ShouldBe(["purpose", "disclaimer", "privacy"]);
        session.Joined.Documents.ShouldAllBe(document => document.Sha256 == HashOf(document));
        session.Joined.Documents.ShouldAllBe(document => document.Sha256.Length == 64 && document.Locale == "en" && document.Version == "1");
        session.Joined.RelayPath.ShouldBe($"/relay/{session.Id}");
        (await desk.LoadAsync(session.Id)).State.ShouldBe(SessionState.AgentJoined);
    }

    [Fact]
    public async Task Join_IsRefused_BeforeTheTextsAreAccepted()
    {
        StartedSession session = await desk.StartAsync();
        await using HubConnection agent = await desk.ConnectAgentAsync();

        (await SessionDesk.JoinAsync(agent, session.Channel.ToString())).Refusal.ShouldBe(JoinRefusal.UnknownChannel);
    }

    [Fact]
    [Trait("Abuse", "12")]
    public async Task Join_AnswersAlike_WhenUnknownOrUsedOrOver()
    {
        await using RunningSession used = await desk.RunAsync();
        StartedSession over = await desk.StartAsync();
        await desk.Get<EndSession>().ExecuteAsync(over.Id, DemoPeople.Max.Id, SessionDesk.Cancel);
        await using HubConnection agent = await desk.ConnectAgentAsync();

        JoinAnswer unknown = await SessionDesk.JoinAsync(agent, Channel.FromRandom(1).ToString());
        JoinAnswer ended = await SessionDesk.JoinAsync(agent, over.Channel.ToString());
        JoinAnswer second = await SessionDesk.JoinAsync(agent, used.Channel.ToString());

        new[] { unknown, ended, second }.ShouldAllBe(answer => answer == JoinAnswer.Refused(JoinRefusal.UnknownChannel));
    }

    [Fact]
    [Trait("Abuse", "10")]
    public async Task Join_BurnsTheChannel_WhenASecondAgentComes()
    {
        await using RunningSession first = await desk.RunAsync();
        var told = new TaskCompletionSource<SessionEndReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        first.Agent.On<SessionEndReason>(nameof(IAgentClient.Ended), told.SetResult);
        await using HubConnection second = await desk.ConnectAgentAsync();

        await SessionDesk.JoinAsync(second, first.Channel.ToString());

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(5), SessionDesk.Cancel)).ShouldBe(SessionEndReason.ProtocolError);
        (await desk.LoadAsync(first.Id)).End.ShouldBe(SessionEnd.ProtocolError);
        Guid? fresh = await desk.Get<StartSession>().ExecuteAsync(first.Ticket, DemoPeople.Max.Id, SessionDesk.Cancel);
        fresh.ShouldNotBe(first.Id);
    }

    [Fact]
    [Trait("Abuse", "47")]
    public async Task Join_MustWait_AfterFiveFailures()
    {
        await desk.StartAsync(); // forgives earlier failures of this address
        await using HubConnection agent = await desk.ConnectAgentAsync();
        for (uint i = 0; i < 5; i++)
            (await SessionDesk.JoinAsync(agent, Channel.FromRandom(i).ToString())).Refusal.ShouldBe(JoinRefusal.UnknownChannel);

        (await SessionDesk.JoinAsync(agent, Channel.FromRandom(6).ToString())).Refusal.ShouldBe(JoinRefusal.TooManyTries);
    }

    [Fact]
    public async Task Join_IsRefused_WhenTheAgentIsTooOld()
    {
        StartedSession session = await desk.StartAsync();
        await using HubConnection agent = await desk.ConnectAgentAsync();

        (await SessionDesk.JoinAsync(agent, session.Channel.ToString(), "0.0.9")).Refusal.ShouldBe(JoinRefusal.OutdatedAgent);
    }

    [Fact]
    public async Task Join_Fails_WhenTheConnectionHasJoined()
    {
        await using RunningSession session = await desk.RunAsync();

        await Should.ThrowAsync<HubException>(SessionDesk.JoinAsync(session.Agent, session.Channel.ToString()));
    }

    [Fact]
    public async Task ReportGrants_IsWrittenDown()
    {
        await using RunningSession session = await desk.RunAsync();

        await session.ReportAsync(Grants.View);
        await session.ReportAsync(Grants.View, declined: Grants.Control);

        RemoteSession stored = await desk.LoadAsync(session.Id);
        stored.State.ShouldBe(SessionState.Active);
        stored.Granted.ShouldBe(Grant.View);
        stored.GrantChanges.ShouldContain(change => change.Grant == Grant.Control && change.Decision == GrantDecision.Declined);
    }

    [Fact]
    public async Task ReportNews_IsWrittenDown_InItsOrder()
    {
        await using RunningSession session = await desk.RunAsync();
        SessionNews[] told =
        [
            SessionNews.ViewNarrowed, SessionNews.NumberWrong, SessionNews.Verified, SessionNews.ProblemFound, SessionNews.WentOn,
            SessionNews.ControlConfirmed, SessionNews.ControlExpired, SessionNews.ViewWidened, SessionNews.TextTaken, SessionNews.TextGiven,
        ];

        foreach (SessionNews news in told) await session.TellAsync(news);

        told.Order().ShouldBe(Enum.GetValues<SessionNews>());
        RemoteSession stored = await desk.LoadAsync(session.Id);
        stored.Events.Select(e => e.Kind.ToString()).ShouldBe(told.Select(news => news.ToString()));
        stored.VerifiedAt.ShouldBe(stored.Events[2].At);
    }

    [Theory]
    [Trait("Abuse", "40")]
    [InlineData(SessionNews.WentOn)]
    [InlineData((SessionNews)99)]
    public async Task ReportNews_EndsTheSession_WhenItCannotHaveHappened(SessionNews news)
    {
        await using RunningSession session = await desk.RunAsync();

        await session.Agent.SendAsync(nameof(IAgentHub.ReportNews), news, SessionDesk.Cancel);

        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.ProtocolError);
    }

    [Fact]
    [Trait("Abuse", "40")]
    public async Task ReportGrants_Fails_BeforeJoin()
    {
        await using HubConnection agent = await desk.ConnectAgentAsync();

        await Should.ThrowAsync<HubException>(agent.InvokeAsync(nameof(IAgentHub.ReportGrants), Grants.View, Grants.None, SessionDesk.Cancel));
        await Should.ThrowAsync<HubException>(agent.InvokeAsync(nameof(IAgentHub.ReportNews), SessionNews.Verified, SessionDesk.Cancel));
    }

    [Fact]
    [Trait("Abuse", "40")]
    public async Task ReportGrants_EndsTheSession_WhenThereIsNoSuchGrant()
    {
        await using RunningSession session = await desk.RunAsync();

        await session.Agent.SendAsync(nameof(IAgentHub.ReportGrants), (Grants)32, Grants.None, SessionDesk.Cancel);

        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.ProtocolError);
    }

    [Fact]
    public async Task Join_IsRefusedAndCut_WhenTheSessionEndsBetweenTheRecordAndTheLine()
    {
        StartedSession session = await desk.StartAsync();
        using Visitor customer = await desk.AcceptAsync(session.Channel);
        await using HubConnection agent = await desk.ConnectAgentAsync();
        using IDisposable page = desk.Get<SessionChanges>().SubscribeSession(session.Id, () => EndBehindTheDeskAsync(session.Id)); // told after the join is saved

        JoinAnswer answer = await SessionDesk.JoinAsync(agent, session.Channel.ToString());

        answer.ShouldBe(JoinAnswer.Refused(JoinRefusal.UnknownChannel));
        desk.Get<SessionLines>().IsUp(session.Id).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SessionEndReason.CustomerEnded, SessionEnd.CustomerEnded)]
    [InlineData(SessionEndReason.CustomerDeclined, SessionEnd.CustomerDeclined)]
    [InlineData(SessionEndReason.ProtocolError, SessionEnd.ProtocolError)]
    [InlineData(SessionEndReason.NumberWrong, SessionEnd.NumberWrong)]
    [InlineData(SessionEndReason.SecurityFailed, SessionEnd.SecurityFailed)]
    [InlineData(SessionEndReason.TimedOut, SessionEnd.VerificationTimedOut)]
    [InlineData(SessionEndReason.TextChanged, SessionEnd.TextChanged)]
    public async Task ReportEnd_EndsTheSession(SessionEndReason reported, SessionEnd stored)
    {
        await using RunningSession session = await desk.RunAsync();

        await session.Agent.InvokeAsync(nameof(IAgentHub.ReportEnd), reported, SessionDesk.Cancel);

        (await desk.LoadAsync(session.Id)).End.ShouldBe(stored);
    }

    [Fact]
    [Trait("Abuse", "66")]
    public async Task Disconnect_EndsTheSession_WhenNoPictureLineIsUp()
    {
        RunningSession session = await desk.RunAsync();

        await session.Agent.DisposeAsync();

        (await desk.LoadWhenAsync(session.Id, s => !s.IsOpen)).End.ShouldBe(SessionEnd.AgentLost);
    }

    [Fact]
    public async Task EndSession_TellsTheAgent_WhenTheConsultantEndsIt()
    {
        await using RunningSession session = await desk.RunAsync();
        var told = new TaskCompletionSource<SessionEndReason>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Agent.On<SessionEndReason>(nameof(IAgentClient.Ended), told.SetResult);

        (await desk.Get<EndSession>().ExecuteAsync(session.Id, DemoPeople.Max.Id, SessionDesk.Cancel)).ShouldBeTrue();

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(5), SessionDesk.Cancel)).ShouldBe(SessionEndReason.ConsultantEnded);
    }

    [Fact]
    [Trait("Abuse", "40")]
    public async Task LongMessage_ClosesTheConnection_AndOthersGoOn()
    {
        await using RunningSession other = await desk.RunAsync();
        await using HubConnection agent = await desk.ConnectAgentAsync();

        await Should.ThrowAsync<Exception>(SessionDesk.JoinAsync(agent, new string('1', 10_000)));

        await other.ReportAsync(Grants.View);
    }

    /// <summary>As an agent makes it, which has nothing but what it was given.</summary>
    private static string HashOf(AcceptedDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{document.Title}\n{document.Text}")));

    /// <summary>Done when it returns, although it looks as if it were awaited: nothing may come between.</summary>
    private Task EndBehindTheDeskAsync(Guid id)
    {
        using ServiceDeskDb db = desk.Get<IDbContextFactory<ServiceDeskDb>>().CreateDbContext();
        db.RemoteSessions.Where(s => s.Id == id).ExecuteUpdate(s => s
            .SetProperty(x => x.State, SessionState.Ended).SetProperty(x => x.End, SessionEnd.ConsultantEnded).SetProperty(x => x.EndedAt, x => x.RequestedAt));
        return Task.CompletedTask;
    }
}
