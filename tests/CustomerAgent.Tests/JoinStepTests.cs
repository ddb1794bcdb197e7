using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Prompts;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>A session that was joined is either served or reported as ended.</summary>
public sealed class JoinStepTests : IAsyncLifetime
{
    private readonly FakeView _view = new();
    private readonly CancellationTokenSource _ended = new();
    private FakeDesk _fake = null!;
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _fake = await FakeDesk.StartAsync();
        _desk = new Desk(new Uri(_fake.Address), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _fake.DisposeAsync();
        _ended.Dispose();
    }

    [Fact]
    public async Task Run_TriesTheRelayAgain_WhenItIsAwayForAMoment()
    {
        _fake.RelayFailures = 2;
        Task<JoinedLine?> running = Run(german: false, out _);
        await EnterAsync();
        JoinedLine joined = (await Soon(running)).ShouldNotBeNull();
        joined.Relay.Dispose();
        joined.Session.SessionId.ShouldBe(_fake.Session.SessionId);
        _fake.RelayTries.ShouldBe(3);
        _fake.Offers.Count.ShouldBe(1);
        _fake.Reports.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "Die Verbindung kam nicht zustande. Bitte fragen Sie am Telefon nach einem neuen Kanal, neun neuen Ziffern.")]
    [InlineData(false, "The connection could not be made. Please ask on the phone for a new channel, nine new digits.")]
    public async Task Run_ReportsTheEndAndAsksForANewChannel_WhenTheRelayStaysAway(bool german, string problem)
    {
        _fake.RelayFailures = int.MaxValue;
        Task<JoinedLine?> running = Run(german, out JoinStep join);
        await EnterAsync();
        await Shell.UntilAsync(() => _view.Page?.Problem is not null, "the problem");
        _view.Page!.Problem.ShouldBe(problem);
        _view.Page.Entry.ShouldBe("");
        _fake.Reports.ShouldBe(["end LineLost"]);
        _fake.RelayTries.ShouldBeGreaterThan(2);
        _view.Do(ViewAction.No);
        (await Soon(running)).ShouldBeNull();
        join.LastProblem.ShouldBe(ExitCode.Unreachable);
    }

    [Fact]
    public async Task Run_JoinsTheNextSession_WhenTheLineToTheFirstCouldNotBeMade()
    {
        _fake.RelayFailures = JoinStep.MostTries;
        Task<JoinedLine?> running = Run(german: false, out _);
        await EnterAsync();
        await Shell.UntilAsync(() => _view.Page?.Problem is not null, "the problem");
        await _fake.EndAsync(SessionEndReason.LineLost); // the desk's word about the first session
        await Shell.UntilAsync(() => _desk.Ended.IsCompleted, "the desk's word");
        await EnterAsync();
        (await Soon(running)).ShouldNotBeNull().Relay.Dispose();
        _fake.Offers.Count.ShouldBe(2);
        _desk.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Run_ReportsTheEnd_WhenTheCustomerLeavesBeforeThereIsALine()
    {
        _fake.RelayFailures = int.MaxValue;
        Task<JoinedLine?> running = Run(german: false, out _);
        await EnterAsync();
        await Shell.UntilAsync(() => _fake.RelayTries > 0, "a try");
        await _ended.CancelAsync();
        (await Soon(running)).ShouldBeNull();
        _fake.Reports.ShouldBe(["end CustomerEnded"]);
    }

    [Fact]
    public async Task Run_ReportsTheEnd_WhenTheDesksTokenIsNone()
    {
        _fake.Session = _fake.Session with { RelayToken = "!" };
        Task<JoinedLine?> running = Run(german: false, out _);
        await EnterAsync();
        await Should.ThrowAsync<FormatException>(Soon(running));
        _fake.Reports.ShouldBe(["end LineLost"]);
    }

    [Theory]
    [InlineData("origin", "This session does not belong to")]
    [InlineData("hash", "The text of this session is not the one you accepted.")]
    [InlineData("text", "The text of this session is not the one you accepted.")]
    [InlineData("none", "The text of this session is not the one you accepted.")]
    public async Task Run_RefusesTheSession_WhenDeskOrTextAreNotWhatTheyClaim(string what, string problem)
    {
        JoinedSession right = _fake.Session;
        AcceptedDocument[] others = [.. right.Documents.Skip(1)];
        _fake.Session = what switch
        {
            "origin" => right with { Origin = "https://desk.example.org" },
            "hash" => right with { Documents = [right.Documents[0] with { Sha256 = right.Documents[1].Sha256 }, .. others] },
            "text" => right with { Documents = [right.Documents[0] with { Text = "Etwas anderes." }, .. others] },
            _ => right with { Documents = [] },
        };
        Task<JoinedLine?> running = Run(german: false, out JoinStep join);
        await EnterAsync();
        await Shell.UntilAsync(() => _view.Page?.Problem is not null, "the problem");
        _view.Page!.Problem!.ShouldStartWith(problem);
        _view.Page.Problem.ShouldEndWith("ask the hotline.");
        _fake.Reports.ShouldBe(["end TextChanged"]);
        _fake.RelayTries.ShouldBe(0);
        _view.Do(ViewAction.No);
        (await Soon(running)).ShouldBeNull();
        join.LastProblem.ShouldBe(ExitCode.Untrusted);
    }

    private Task<JoinedLine?> Run(bool german, out JoinStep join)
    {
        var texts = new AgentTexts(german);
        join = new JoinStep(new Conversation(_view, texts, TimeProvider.System), texts, _desk, FakeDesk.Channel, TimeProvider.System);
        return join.RunAsync(_ended.Token);
    }

    private static Task<T> Soon<T>(Task<T> running) => running.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);

    private async Task EnterAsync()
    {
        await Shell.UntilAsync(() => _view.Page is { Name: "channel", Busy: false }, "the channel's page");
        _view.Entered = FakeDesk.Channel;
        _view.Do(ViewAction.Yes);
    }
}
