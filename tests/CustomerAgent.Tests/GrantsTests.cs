using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>What the customer is asked, what a yes gives, and how it goes away again.</summary>
public sealed class GrantsTests : IAsyncLifetime
{
    private readonly RecordingInput _input = new();
    private FakeDesk _desk = null!;
    private AgentInProcess _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await FakeDesk.StartAsync();
        _agent = new AgentInProcess(_desk, new ThrowingScreen(), _input);
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Theory]
    [InlineData(Grants.Control, "control", ViewAction.TakeBack)]
    [InlineData(Grants.ClipboardToConsultant, "grant-clipboard", ViewAction.TakeClipboardBack)]
    [InlineData(Grants.ClipboardToCustomer, "grant-pasting", ViewAction.TakePastingBack)]
    [InlineData(Grants.FileToCustomer, "grant-file", ViewAction.TakeFilesBack)]
    internal async Task Grant_IsAskedForGivenAndTakenBackByOneClick(Grants grant, string page, ViewAction takeBack)
    {
        await _agent.BecomeActiveAsync();
        await _desk.Viewer.SendAsync(new GrantRequest(grant));
        await _agent.PageAsync(page);
        _agent.View.Page!.Primary.ShouldBeFalse();
        _agent.View.Page.Countdown.ShouldNotBeNull();
        await _agent.DoAsync(ViewAction.Yes);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View | grant, 2), "the grant");
        await Shell.UntilAsync(() => _agent.View.Strip is { } strip && (strip.TakeBack is not null || strip.Held.Count == 1), "the button");
        await _agent.DoAsync(takeBack);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, 3), "the withdrawal");
        _agent.Gate.Granted.ShouldBe(Grants.View);
        await Shell.UntilAsync(() => _desk.Reports.Last() == "granted View, declined None", "the report");
        _desk.Reports.ShouldContain($"granted {Grants.View | grant}, declined None");
    }

    [Theory]
    [InlineData("no")]
    [InlineData("silence")]
    [InlineData("not offered")]
    public async Task Grant_IsDeclined_WithoutAClearYes(string how)
    {
        if (how == "not offered")
            _desk.Viewer.Offered = Grants.View | Grants.Control;
        await _agent.BecomeActiveAsync();
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.FileToCustomer));
        if (how != "not offered")
            await _agent.PageAsync("grant-file");
        if (how == "no")
            await _agent.DoAsync(ViewAction.No);
        if (how == "silence")
        {
            await _agent.PassAsync(TimeSpan.FromSeconds(61));
        }
        await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new GrantDeclined(Grants.FileToCustomer)), "the no");
        _agent.View.Page.ShouldBeNull();
        _agent.Gate.Granted.ShouldBe(Grants.View);
        await Shell.UntilAsync(() => _desk.Reports.Contains("granted View, declined FileToCustomer"), "the report");
    }

    [Fact]
    public async Task Grants_AreAskedForOneAtATime_AndListed()
    {
        await _agent.BecomeActiveAsync();
        await _desk.Viewer.SendAsync(new GrantRequest((Grants)31));
        foreach (string page in new[] { "control", "grant-clipboard", "grant-pasting", "grant-file" })
            await _agent.AnswerAsync(page);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged((Grants)31, 5), "all");
        await Shell.UntilAsync(() => _agent.View.Strip?.Held.Count == 3, "the list");
        await _agent.DoAsync(ViewAction.TakeBack);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged((Grants)29, 6), "the others stay");
    }

    [Theory]
    [InlineData("no")]
    [InlineData("not offered")]
    public async Task Grant_IsDeclinedUnaskedAndUnreported_ForHalfAMinuteAfterANo(string how)
    {
        if (how == "not offered")
            _desk.Viewer.Offered = Grants.View | Grants.ClipboardToCustomer;
        await _agent.BecomeActiveAsync();
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        if (how == "no")
            await _agent.AnswerAsync("control", ViewAction.No);
        await DeclinedAsync(Grants.Control, times: 1);
        for (int times = 2; times <= 5; times++)
        {
            await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
            await DeclinedAsync(Grants.Control, times);
        }
        _agent.View.Pages.Count(page => page.Name == "control" && page.Countdown!.Contains("60", StringComparison.Ordinal)).ShouldBe(how == "no" ? 1 : 0);
        await _agent.AllowAsync(Grants.ClipboardToCustomer, "grant-pasting"); // another wish is another question
        await Shell.UntilAsync(() => _desk.Reports.Last() == "granted View, ClipboardToCustomer, declined None", "the report");
        _desk.Reports.Count(report => report == "granted View, declined Control").ShouldBe(1);
        if (how == "not offered")
            return;
        await _agent.PassAsync(Wishes.RestAfterNo);
        await _agent.AllowAsync(Grants.Control, "control");
    }

    [Fact]
    public async Task Grant_MayBeAskedForAtOnce_WhenTheQuestionWasCalledOffByALostLine()
    {
        await _agent.BecomeActiveAsync();
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await _agent.PageAsync("control");
        await _desk.Viewer.CloseAsync(4504);
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, 2), "another line");
        await Shell.UntilAsync(() => _agent.View.Page is null, "the question goes");
        await _agent.AllowAsync(Grants.Control, "control");
    }

    [Fact]
    public async Task StillControl_IsNotAskedAnyMore_WhenTheCustomerTakesControlBack()
    {
        await _agent.BecomeActiveAsync();
        await _agent.AllowAsync(Grants.Control, "control");
        await _agent.PassAsync(TimeSpan.FromMinutes(29));
        await _agent.PageAsync("still-control");
        await _agent.DoAsync(ViewAction.TakeBack);
        await Shell.UntilAsync(() => _agent.View.Page is null, "the question goes");
        _desk.Reports.ShouldNotContain("news ControlExpired");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Control_ExpiresAfterHalfAnHour_UnlessTheCustomerConfirms(bool confirmed)
    {
        await _agent.BecomeActiveAsync();
        await _agent.AllowAsync(Grants.Control, "control");
        await _agent.PassAsync(TimeSpan.FromMinutes(28));
        _agent.View.Page.ShouldBeNull();
        await _agent.PassAsync(TimeSpan.FromSeconds(61));
        await _agent.PageAsync("still-control");
        if (confirmed)
        {
            await _agent.DoAsync(ViewAction.Yes);
            await Shell.UntilAsync(() => _desk.Reports.Contains("news ControlConfirmed"), "the report");
            await _agent.PassAsync(TimeSpan.FromMinutes(28));
            _agent.Gate.Allows(Grants.Control).ShouldBeTrue();
            return;
        }
        await _agent.PassAsync(TimeSpan.FromSeconds(61));
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, 3), "the end of control");
        await Shell.UntilAsync(() => _agent.View.Page is null, "the page goes");
        await Shell.UntilAsync(() => _desk.Reports.Last() == "granted View, declined None", "the report");
        _desk.Reports.Count(report => report == "news ControlExpired").ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Problem_DropsToViewAtOnceAndAsks_AndGoesOnWithAYesOnly(bool goesOn)
    {
        await _agent.BecomeActiveAsync();
        await _agent.AllowAsync(Grants.Control, "control");
        uint seq = _desk.Viewer.Grants!.GrantSeq;
        await _desk.Viewer.SendAsync(new ProblemFound());
        await _desk.Viewer.SendAsync(new TextInput(seq, "x"));
        await _desk.Viewer.SendAsync(new ProblemFound());
        await _agent.PageAsync("problem-found");
        await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Paused(PauseReason.ProblemFound)), "the pause");
        await Shell.UntilAsync(() => _desk.Viewer.Grants == new GrantsChanged(Grants.View, 3), "view only");
        await _desk.Viewer.SendAsync(new TextInput(3, "x"));
        await _agent.DoAsync(ViewAction.Pause); // is no way round the question
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new GrantDeclined(Grants.Control)) || _agent.View.Page?.Name == "problem-found", "no other question");
        _agent.View.Page!.Name.ShouldBe("problem-found");
        _agent.Gate.HoldsPictures.ShouldBeTrue();
        await _agent.DoAsync(goesOn ? ViewAction.Yes : ViewAction.No);
        if (goesOn)
        {
            await Shell.UntilAsync(() => _desk.Viewer.Received.OfType<Paused>().Last().Reason == PauseReason.Running, "it goes on");
            await Shell.UntilAsync(() => _desk.Reports.Contains("news WentOn"), "the report");
            _agent.Gate.Granted.ShouldBe(Grants.View);
        }
        else
        {
            await _agent.EndedAsync();
            _desk.Reports.Last().ShouldBe("end CustomerDeclined");
        }
        _desk.Reports.ShouldContain("news ProblemFound");
        _input.Injected.ShouldBe(0);
    }

    private Task DeclinedAsync(Grants wish, int times) =>
        Shell.UntilAsync(() => _desk.Viewer.Received.Count(message => message is GrantDeclined no && no.Grants == wish) >= times, "a no");
}
