using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Data;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Web.Features.Acceptances;
using ServiceDesk.Web.Tests.Features.RemoteSessions;
using ServiceDesk.Web.Tests.Support;

namespace ServiceDesk.Web.Tests.Features.Acceptances;

/// <summary>Each test changes the texts, so each has a desk of its own.</summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private readonly SessionDesk _desk = new();

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    [Fact]
    public async Task Ensure_PublishesTheShippedTextsOnce()
    {
        await _desk.Get<EnsurePolicies>().ExecuteAsync(SessionDesk.Cancel);

        await using ServiceDeskDb db = await _desk.OpenDatabaseAsync();
        List<PolicyDocument> stored = await db.PolicyDocuments.ToListAsync(SessionDesk.Cancel);
        stored.Count.ShouldBe(6);
        stored.ShouldAllBe(document => document.IsIntact && document.Version == 1);
    }

    [Fact]
    [Trait("Abuse", "48")]
    [Trait("Abuse", "20")]
    public async Task Accept_AsksToReadAgain_WhenATextWasPublishedMeanwhile()
    {
        StartedSession session = await _desk.StartAsync();
        using Visitor customer = await _desk.TypeChannelAsync(session.Channel);
        string html = await (await customer.GetAsync("/help/read")).TextAsync();
        await PublishAsync(2);

        using HttpResponseMessage answer = await customer.PostAsync("/help/read",
            ("__RequestVerificationToken", ReadPageTests.HiddenOf(html, "__RequestVerificationToken")), ("shown", ReadPageTests.HiddenOf(html, "shown")),
            ("accept", "purpose"), ("accept", "disclaimer"), ("accept", "privacy"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string again = await answer.TextAsync();
        again.ShouldContain("The text was updated");
        again.ShouldContain("Version 2");
        (await _desk.LoadAsync(session.Id)).Acceptances.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "20")]
    public async Task Join_IsRefused_WhenATextWasPublishedAfterTheAcceptance()
    {
        StartedSession session = await _desk.StartAsync();
        using Visitor customer = await _desk.AcceptAsync(session.Channel);
        await PublishAsync(2);
        await using HubConnection agent = await _desk.ConnectAgentAsync();

        (await SessionDesk.JoinAsync(agent, session.Channel.ToString())).Refusal.ShouldBe(JoinRefusal.TextChanged);
    }

    [Fact]
    [Trait("Abuse", "54")]
    public async Task Pages_Refuse_WhenAStoredTextWasChanged()
    {
        StartedSession session = await _desk.StartAsync();
        using Visitor customer = await _desk.AcceptAsync(session.Channel);
        await using (ServiceDeskDb db = await _desk.OpenDatabaseAsync())
            await db.Database.ExecuteSqlAsync($"UPDATE PolicyDocuments SET Body = Body || ' and everything else' WHERE Kind = 1 AND Locale = 'en'", SessionDesk.Cancel);
        await using HubConnection agent = await _desk.ConnectAgentAsync();

        bool intact = await _desk.Get<EnsurePolicies>().ExecuteAsync(SessionDesk.Cancel);
        JoinAnswer join = await SessionDesk.JoinAsync(agent, session.Channel.ToString());

        intact.ShouldBeFalse();
        join.Refusal.ShouldBe(JoinRefusal.Unavailable);
        foreach (string path in new[] { "/help", "/help/read", "/help/download" })
            (await customer.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await customer.GetAsync("/help/stop")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _desk.App.Log.All.ShouldContain(line => line.StartsWith("Critical") && line.Contains("Disclaimer"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task PublishAsync(int version)
    {
        await using ServiceDeskDb db = await _desk.OpenDatabaseAsync();
        DateTime now = _desk.Get<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (string locale in new[] { "de", "en" }) db.Add(PolicyDocument.Publish(PolicyKind.Privacy, version, locale, "Your data", $"Another text, {locale}.", now));
        await db.SaveChangesAsync(SessionDesk.Cancel);
    }
}
