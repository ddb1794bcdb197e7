using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Clipboard;

/// <summary>The real program and the clipboard of a real display, with another program on the other side of it.</summary>
public sealed class GtkClipboardTests(VirtualDisplay display) : IClassFixture<VirtualDisplay>
{
    private readonly DesktopClipboard _clipboard = new(display);

    [Fact]
    public async Task Text_IsOnTheClipboard_AfterAYes_AndGoneAfterTheEnd()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = await BecomeActiveAsync(desk, Grants.ClipboardToCustomer, "grant-pasting");

        await desk.Viewer.SendAsync(new ClipboardText("Grüße, 你好 🙂\nnet use"));
        await agent.YesAsync("text-for-you");

        await AnsweredAsync(desk, ClipboardOutcome.Taken);
        (await _clipboard.PasteAsync()).ShouldBe("Grüße, 你好 🙂\nnet use");
        await agent.EndByStripAsync("seen");
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        (await agent.Errors).ShouldBeEmpty();
        (await _clipboard.PasteAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Text_LeavesTheClipboardAlone_AfterANo()
    {
        await _clipboard.CopyAsync("the customer's own");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = await BecomeActiveAsync(desk, Grants.ClipboardToCustomer, "grant-pasting");

        await desk.Viewer.SendAsync(new ClipboardText("net use"));
        await agent.NoAsync("text-for-you");

        await AnsweredAsync(desk, ClipboardOutcome.Declined);
        await agent.EndByStripAsync("seen");
        await agent.YesAsync("ended");
        (await agent.ExitAsync()).ShouldBe(0);
        (await _clipboard.PasteAsync()).ShouldBe("the customer's own");
    }

    [Fact]
    public async Task ClipboardsText_IsSent_WhenItWasCopiedInTheSession()
    {
        await _clipboard.CopyAsync("before");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = await BecomeActiveAsync(desk, Grants.ClipboardToConsultant, "grant-clipboard");
        await _clipboard.CopyAsync("Fehler\n0x80070005 ü");

        await desk.Viewer.SendAsync(new ClipboardRequest());
        await agent.YesAsync("text-from-you");

        await Shell.UntilAsync(() => desk.Viewer.Received.Contains(new ClipboardText("Fehler\n0x80070005 ü")), "the text");
    }

    [Fact]
    public async Task ClipboardsText_StaysOutOfReach_WhenItWasCopiedBefore_WhoeverOwnsItNow()
    {
        await _clipboard.CopyAsync("a password");
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = await BecomeActiveAsync(desk, Grants.ClipboardToConsultant, "grant-clipboard");

        await desk.Viewer.SendAsync(new ClipboardRequest());
        await AnsweredAsync(desk, ClipboardOutcome.Nothing);
        await _clipboard.CopyAsync("a password"); // as a clipboard manager does when the program that had it closes
        await desk.Viewer.SendAsync(new ClipboardRequest());

        await Shell.UntilAsync(() => desk.Viewer.Received.Count(message => message is ClipboardAnswer { Outcome: ClipboardOutcome.Nothing }) == 2, "nothing again");
        desk.Viewer.Received.ShouldNotContain(message => message is ClipboardText);
    }

    [Fact]
    public async Task ClipboardsText_IsTooLong_WhenItIs()
    {
        await using FakeDesk desk = await FakeDesk.StartAsync();
        await using AgentProcess agent = await BecomeActiveAsync(desk, Grants.ClipboardToConsultant, "grant-clipboard");
        await _clipboard.CopyAsync(new string('a', 10 * WireLimits.ClipboardBytes));

        await desk.Viewer.SendAsync(new ClipboardRequest());

        await AnsweredAsync(desk, ClipboardOutcome.TooLong);
    }

    private async Task<AgentProcess> BecomeActiveAsync(FakeDesk desk, Grants grant, string page)
    {
        var agent = AgentProcess.Start(display, "--server", desk.Address, "--channel", FakeDesk.Channel, "--locale", "de");
        await agent.AllowViewingAsync(desk);
        await desk.Viewer.SendAsync(new GrantRequest(grant));
        await agent.YesAsync(page);
        await Shell.UntilAsync(() => desk.Viewer.Grants?.Grants.HasFlag(grant) == true, "the grant");
        return agent;
    }

    private static Task AnsweredAsync(FakeDesk desk, ClipboardOutcome outcome) =>
        Shell.UntilAsync(() => desk.Viewer.Received.Contains(new ClipboardAnswer(outcome)), $"{outcome}");
}
