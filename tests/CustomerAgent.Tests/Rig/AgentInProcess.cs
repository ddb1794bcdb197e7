using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Tests.Prompts;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests.Rig;

/// <summary>The agent's session with everything real but the windows, the screen and the hands.</summary>
internal sealed class AgentInProcess : IAsyncDisposable
{
    private readonly WindowsThread _windows = new();
    private readonly FakeDesk _desk;
    private uint _pinged;

    public AgentInProcess(FakeDesk desk, IScreen screen, IInput input, FakeView? view = null, bool hasClipboard = true)
    {
        _desk = desk;
        View = view ?? new FakeView();
        Gate = new InputGate(input, new OwnWindows(), Time);
        Ending = new Ending(Gate);
        Running = _windows.RunAsync(async () =>
        {
            var texts = new AgentTexts(german: false);
            await using var address = new Desk(new Uri(desk.Address), Time);
            return await new AgentSession(new Conversation(View, texts, Time), texts, screen, Gate, Ending, Time) { Clipboard = hasClipboard ? Clipboard : null }.RunAsync(address, FakeDesk.Channel);
        });
    }

    public ShiftedTime Time { get; } = new();

    public FakeView View { get; }

    public FakeClipboard Clipboard { get; } = new();

    public InputGate Gate { get; }

    public Ending Ending { get; }

    public Task<ExitCode> Running { get; }

    /// <summary>Waits until this page is shown.</summary>
    public Task PageAsync(string name) => Shell.UntilAsync(() => View.Page?.Name == name, $"page {name}, not {View.Page?.Name} {View.Page?.Heading}");

    /// <summary>Does on the windows' thread what a customer does.</summary>
    public Task DoAsync(ViewAction action) => _windows.RunAsync(() =>
    {
        View.Do(action);
        return Task.FromResult(true);
    });

    public async Task AnswerAsync(string page, ViewAction answer = ViewAction.Yes)
    {
        await PageAsync(page);
        await DoAsync(answer);
    }

    public async Task EnterAsync(string page, string text)
    {
        await PageAsync(page);
        View.Entered = text;
        await DoAsync(ViewAction.Yes);
    }

    /// <summary>Up to the number's page.</summary>
    public async Task ComeToNumberAsync()
    {
        await AnswerAsync("start");
        await EnterAsync("channel", FakeDesk.Channel);
        await AnswerAsync("viewing");
        await PageAsync("number");
        await Shell.UntilAsync(() => _desk.Viewer.Number is not null, "the number");
    }

    /// <summary>Up to a session in which the consultant sees the screen.</summary>
    public async Task BecomeActiveAsync()
    {
        await ComeToNumberAsync();
        await EnterAsync("number", _desk.Viewer.Number!);
        await Shell.UntilAsync(() => _desk.Viewer.Frames > 0, "a picture");
    }

    public async Task AllowAsync(Grants grant, string page)
    {
        await _desk.Viewer.SendAsync(new GrantRequest(grant));
        await AnswerAsync(page);
        await Shell.UntilAsync(() => _desk.Viewer.Grants?.Grants.HasFlag(grant) == true, $"{grant}");
    }

    /// <summary>Lets time pass in which the viewer is heard.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var step = TimeSpan.FromSeconds(10);
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Time.Advance(time - passed < step ? time - passed : step);
            var ping = new Ping(++_pinged);
            await _desk.Viewer.SendAsync(ping);
            await Shell.UntilAsync(() => _desk.Viewer.Received.Contains(new Pong(ping.Token)), "an answer");
        }
    }

    /// <summary>Waits for the last page.</summary>
    public async Task<Page> EndedAsync()
    {
        await PageAsync("ended");
        return View.Page!;
    }

    public async ValueTask DisposeAsync()
    {
        Ending.Hurry();
        try
        {
            await DoAsync(ViewAction.End);
            await Running.WaitAsync(TimeSpan.FromSeconds(20));
        }
        finally
        {
            Ending.Dispose();
            Gate.Dispose();
            _windows.Dispose();
        }
    }
}
