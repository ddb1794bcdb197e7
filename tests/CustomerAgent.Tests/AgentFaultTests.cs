using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Prompts;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
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
    public Task Session_EndsCleanly_WhenTheScreenThrows() => EndsCleanlyAsync(_ =>
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
        await EndsCleanlyAsync(async agent =>
        {
            await agent.AllowAsync(Grants.Control, "control");
            _input.Works = false;
            await SendKeyAsync(down: true);
        });
        _input.Releases.ShouldBeGreaterThan(0);
    }

    [Fact]
    public Task Session_EndsCleanly_WhenInputThrowsAsAKeyIsLetGoInSilence()
    {
        _input = new ThrowingInput(evenToLetGo: true) { Works = true };
        return EndsCleanlyAsync(async agent =>
        {
            await agent.AllowAsync(Grants.Control, "control");
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
        return EndsCleanlyAsync(async agent =>
        {
            await agent.AllowAsync(Grants.Control, "control");
            _input.Works = false;
            await agent.DoAsync(ViewAction.TakeBack);
        });
    }

    [Fact]
    public Task Session_EndsCleanly_WhenTheStripThrows() => EndsCleanlyAsync(_ =>
    {
        _view.StripFails = true;
        return Task.CompletedTask;
    });

    [Fact]
    public Task Session_EndsCleanly_WhenAQuestionThrows() => EndsCleanlyAsync(async _ =>
    {
        _view.FailingPage = "control";
        await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
    });

    [Fact]
    public Task Session_EndsCleanly_WhenTheFirstQuestionThrows()
    {
        _view.FailingPage = "viewing";
        return EndsCleanlyAsync(_ => Task.CompletedTask, allowed: false);
    }

    private async Task EndsCleanlyAsync(Func<AgentInProcess, Task> breakIt, bool allowed = true)
    {
        await using var agent = new AgentInProcess(_desk, _screen, _input, _view);
        if (allowed)
        {
            await agent.BecomeActiveAsync();
        }
        else
        {
            await agent.AnswerAsync("start");
            await agent.EnterAsync("channel", FakeDesk.Channel);
        }
        await breakIt(agent);
        Page page = await agent.EndedAsync();
        page.Heading.ShouldBe("The program has made a mistake, the session has ended (InvalidOperationException).");
        _view.Strip.ShouldBeNull();
        agent.Gate.Granted.ShouldBe(Grants.None);
        _desk.Reports.Last().ShouldBe("end ProtocolError");
        await Shell.UntilAsync(() => _desk.Viewer.Over, "the end of the line");
        if (allowed)
            _desk.Viewer.Received.OfType<End>().Single().Reason.ShouldBe(SessionEndReason.ProtocolError);
        await agent.DoAsync(ViewAction.Yes);
        (await agent.Running.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Fault);
    }

    private Task SendKeyAsync(bool down) =>
        _desk.Viewer.SendAsync(new KeyInput(_desk.Viewer.Grants!.GrantSeq, down, "ShiftLeft", "Shift", KeyModifiers.Shift));
}
