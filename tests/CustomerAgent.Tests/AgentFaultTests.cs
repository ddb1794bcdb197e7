using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Prompts;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>Whatever part of the agent fails, the session ends: nothing is held down, the desk and the viewer hear of it, the customer reads it.</summary>
public sealed class AgentFaultTests : IAsyncLifetime
{
    private readonly FakeView _view = new();
    private readonly ThrowingScreen _screen = new();
    private ThrowingInput _input = new() { Works = true };
    private FakeDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await FakeDesk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public Task Session_EndsCleanly_WhenTheScreenThrows() => EndsCleanlyAsync(() =>
    {
        _screen.Works = false;
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_EndsCleanly_WhenInputThrows(bool evenToLetGo)
    {
        _input = new ThrowingInput(evenToLetGo) { Works = true };
        await EndsCleanlyAsync(async () =>
        {
            await AllowControlAsync();
            _input.Works = false;
            await SendKeyAsync(down: true);
        });
        _input.Releases.ShouldBeGreaterThan(0);
    }

    [Fact]
    public Task Session_EndsCleanly_WhenInputThrowsAsAKeyIsLetGoInSilence()
    {
        _input = new ThrowingInput(evenToLetGo: true) { Works = true };
        return EndsCleanlyAsync(async () =>
        {
            await AllowControlAsync();
            await SendKeyAsync(down: true);
            await _desk.Viewer.SendAsync(new Ping(1));
            await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Pong(1)), "the key is down");
            _input.Works = false; // nobody says any more that the key is held, so the clock lets go of it
        });
    }

    [Fact]
    public Task Session_EndsCleanly_WhenInputThrowsAsControlIsTakenBack()
    {
        _input = new ThrowingInput(evenToLetGo: true) { Works = true };
        return EndsCleanlyAsync(async () =>
        {
            await AllowControlAsync();
            _input.Works = false;
            _view.Do(ViewAction.TakeBack);
        });
    }

    [Fact]
    public Task Session_EndsCleanly_WhenTheStripThrows() => EndsCleanlyAsync(() =>
    {
        _view.StripFails = true;
        return Task.CompletedTask;
    });

    [Fact]
    public Task Session_EndsCleanly_WhenAQuestionThrows() => EndsCleanlyAsync(async () =>
    {
        _view.FailingPage = "control";
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
    });

    [Fact]
    public Task Session_EndsCleanly_WhenTheFirstQuestionThrows()
    {
        _view.FailingPage = "viewing";
        return EndsCleanlyAsync(() => Task.CompletedTask, allowed: false);
    }

    private async Task EndsCleanlyAsync(Func<Task> breakIt, bool allowed = true)
    {
        var talk = new Conversation(_view, new AgentTexts(german: false), TimeProvider.System);
        using var gate = new InputGate(_input, new OwnWindows(), TimeProvider.System);
        using var ending = new Ending(gate);
        await using var desk = new Desk(new Uri(_desk.Address));
        Task<ExitCode> running = new AgentSession(talk, new AgentTexts(german: false), _screen, gate, ending).RunAsync(desk, FakeDesk.Channel);
        await AnswerAsync("start");
        _view.Entered = FakeDesk.Channel;
        await AnswerAsync("channel");
        if (allowed)
        {
            await AnswerAsync("viewing");
            await Shell.UntilAsync(() => _desk.Viewer.Frames > 0, "a picture");
        }

        await breakIt();
        await PageAsync("ended");
        _view.Page!.Heading.ShouldBe("The program has made a mistake, the session has ended (InvalidOperationException).");
        _view.Strip.ShouldBeNull();
        gate.Granted.ShouldBe(Grants.None);
        _desk.Reports.Last().ShouldBe("end ProtocolError");
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end of the line");
        _desk.Viewer.Received.OfType<End>().Single().Reason.ShouldBe(SessionEndReason.ProtocolError);
        _view.Do(ViewAction.Yes);
        (await running.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Fault);
    }

    private async Task AllowControlAsync()
    {
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
        await AnswerAsync("control");
        await Shell.UntilAsync(() => _desk.Viewer.Grants?.Grants == (Grants.View | Grants.Control), "control");
    }

    private Task SendKeyAsync(bool down) =>
        _desk.Viewer.SendAsync(new KeyInput(_desk.Viewer.Grants!.GrantSeq, down, "ShiftLeft", "Shift", KeyModifiers.Shift));

    private async Task AnswerAsync(string page)
    {
        await PageAsync(page);
        _view.Do(ViewAction.Yes);
    }

    private Task PageAsync(string name) => Shell.UntilAsync(() => _view.Page?.Name == name, $"page {name}");
}
