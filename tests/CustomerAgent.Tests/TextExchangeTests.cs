using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>Texts for the customer's clipboard and from it: nothing passes that the customer has not seen and agreed to.</summary>
public sealed class TextExchangeTests : IAsyncLifetime
{
    private FakeDesk _desk = null!;
    private AgentInProcess _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await FakeDesk.StartAsync();
        _agent = new AgentInProcess(_desk, new ThrowingScreen(), new RecordingInput());
    }

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Text_GoesToTheClipboard_AfterTheCustomerHasSeenItAndSaidYes()
    {
        await BecomeActiveAsync(Grants.ClipboardToCustomer, "grant-pasting");

        await _desk.Viewer.SendAsync(new ClipboardText("net use\r\n\u202ek:\u0007"));

        await _agent.PageAsync("text-for-you");
        _agent.View.Page!.Quoted.ShouldBe("net use\nk:");
        _agent.View.Page.Primary.ShouldBeFalse();
        _agent.Clipboard.Written.ShouldBeNull();
        await _agent.DoAsync(ViewAction.Yes);
        await AnsweredAsync(ClipboardOutcome.Taken);
        _agent.Clipboard.Written.ShouldBe("net use\nk:");
        await Shell.UntilAsync(() => _desk.Reports.Contains("news TextTaken"), "the report");
        _desk.Reports.ShouldNotContain(report => report.Contains("net use"));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("silence")]
    [InlineData("taken back")]
    [InlineData("paused")]
    public async Task Text_IsDeclined_WithoutAClearYes(string how)
    {
        await BecomeActiveAsync(Grants.ClipboardToCustomer, "grant-pasting");
        await _desk.Viewer.SendAsync(new ClipboardText("net use"));
        await _agent.PageAsync("text-for-you");

        if (how == "no")
            await _agent.DoAsync(ViewAction.No);
        if (how == "silence")
            await _agent.PassAsync(TimeSpan.FromSeconds(61));
        if (how == "taken back")
            await _agent.DoAsync(ViewAction.TakePastingBack);
        if (how == "paused")
        {
            await _agent.DoAsync(ViewAction.Pause);
            await _agent.DoAsync(ViewAction.Yes);
        }

        await AnsweredAsync(ClipboardOutcome.Declined);
        _agent.Clipboard.Written.ShouldBeNull();
        _agent.View.Page.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_IsDeclinedWithoutAQuestion_WhenItsWayIsNotAllowed(bool toCustomer)
    {
        await _agent.BecomeActiveAsync();
        _agent.Clipboard.Copied = "secret";

        await _desk.Viewer.SendAsync(toCustomer ? new ClipboardText("net use") : new ClipboardRequest());

        await AnsweredAsync(ClipboardOutcome.Declined);
        _agent.View.Pages.ShouldAllBe(page => page.Quoted == null);
        _agent.Clipboard.Reads.ShouldBe(0);
        _agent.Clipboard.Written.ShouldBeNull();
    }

    [Fact]
    public async Task Text_IsDeclinedWithoutAQuestion_WhenNothingOfItIsLeft()
    {
        await BecomeActiveAsync(Grants.ClipboardToCustomer, "grant-pasting");

        await _desk.Viewer.SendAsync(new ClipboardText("\u202e\u0007"));

        await AnsweredAsync(ClipboardOutcome.Declined);
        _agent.View.Page.ShouldBeNull();
    }

    [Fact]
    public async Task ClipboardsText_GoesToTheViewer_AsTheCustomerSawIt()
    {
        await BecomeActiveAsync(Grants.ClipboardToConsultant, "grant-clipboard");
        _agent.Clipboard.Copied = "Fehler\r\n0x80070005\u0007";

        await _desk.Viewer.SendAsync(new ClipboardRequest());

        await _agent.PageAsync("text-from-you");
        _agent.View.Page!.Quoted.ShouldBe("Fehler\n0x80070005");
        _agent.Clipboard.Copied = "copied while the question stands";
        await _agent.DoAsync(ViewAction.Yes);
        await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new ClipboardText("Fehler\n0x80070005")), "the text");
        await Shell.UntilAsync(() => _desk.Reports.Contains("news TextGiven"), "the report");
        _desk.Reports.ShouldNotContain(report => report.Contains("0x80070005"));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("silence")]
    [InlineData("taken back")]
    public async Task ClipboardsText_Stays_WithoutAClearYes(string how)
    {
        await BecomeActiveAsync(Grants.ClipboardToConsultant, "grant-clipboard");
        _agent.Clipboard.Copied = "secret";
        await _desk.Viewer.SendAsync(new ClipboardRequest());
        await _agent.PageAsync("text-from-you");

        if (how == "no")
            await _agent.DoAsync(ViewAction.No);
        if (how == "silence")
            await _agent.PassAsync(TimeSpan.FromSeconds(61));
        if (how == "taken back")
            await _agent.DoAsync(ViewAction.TakeClipboardBack);

        await AnsweredAsync(ClipboardOutcome.Declined);
        _desk.Viewer.Received.ShouldNotContain(message => message is ClipboardText);
    }

    [Fact]
    public async Task ClipboardsText_IsNotAskedAbout_WhenThereIsNoneOrItIsTooLong()
    {
        await BecomeActiveAsync(Grants.ClipboardToConsultant, "grant-clipboard");

        await _desk.Viewer.SendAsync(new ClipboardRequest());
        await AnsweredAsync(ClipboardOutcome.Nothing);
        _agent.Clipboard.Copied = new string('ä', WireLimits.ClipboardBytes / 2) + "a";
        await _desk.Viewer.SendAsync(new ClipboardRequest());
        await AnsweredAsync(ClipboardOutcome.TooLong);

        _agent.View.Pages.ShouldAllBe(page => page.Quoted == null);
    }

    [Fact]
    public async Task LostLine_ClosesTheQuestion_AndNothingPasses()
    {
        await BecomeActiveAsync(Grants.ClipboardToCustomer, "grant-pasting");
        await _desk.Viewer.SendAsync(new ClipboardText("net use"));
        await _agent.PageAsync("text-for-you");

        await _desk.Viewer.CloseAsync(4504);

        await Shell.UntilAsync(() => _agent.View.Page is null, "no question");
        _agent.Clipboard.Written.ShouldBeNull();
    }

    [Fact]
    public async Task Clipboard_BeginsWithTheSession_AndEndsWithIt()
    {
        await _agent.ComeToNumberAsync();
        _agent.Clipboard.HasBegun.ShouldBeFalse();
        await _agent.EnterAsync("number", _desk.Viewer.Number!);
        await Shell.UntilAsync(() => _agent.Clipboard.HasBegun, "the beginning");

        await _agent.DoAsync(ViewAction.End);
        await _agent.EndedAsync();

        await Shell.UntilAsync(() => _agent.Clipboard.HasEnded, "the end");
    }

    [Fact]
    public async Task Text_IsDeclined_WhereThereIsNoClipboard()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using var agent = new AgentInProcess(desk, new ThrowingScreen(), new RecordingInput(), hasClipboard: false);
        await agent.BecomeActiveAsync();

        await desk.Viewer.SendAsync(new ClipboardRequest());

        await Shell.UntilAsync(() => desk.Viewer.Received.Contains(new ClipboardAnswer(ClipboardOutcome.Declined)), "the no");
    }

    private async Task BecomeActiveAsync(Grants grant, string page)
    {
        await _agent.BecomeActiveAsync();
        await _agent.AllowAsync(grant, page);
    }

    private Task AnsweredAsync(ClipboardOutcome outcome) =>
        Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new ClipboardAnswer(outcome)), $"{outcome}");
}
