using System.Net.WebSockets;
using CsCheck;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.CustomerAgent.Tests.Rig;
using ServiceDesk.CustomerAgent.Tests.Screens;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>
/// Any order of what customer, consultant, relay and desk can do, held against a model that knows only what the customer said:
/// no frame leaves and no input arrives in any other state than "active and granted", and nothing does after the end.
/// </summary>
public sealed class SessionModelTests
{
    private const int Sequences = 8;

    // Called, joined, allowed, verified, control: half of the sequences begin there, so that what follows has something to break.
    private static readonly int[] ToControl = [0, 0, 0, 0, 4];

    [Fact]
    public async Task Session_SendsFramesAndTakesInputOnlyWhileGranted_InAnyOrderOfEvents()
    {
        int[][] sequences = Gen.Int[0, 13].Array[10, 18].Array[Sequences].Single();
        int injections = 0, pictures = 0;
        foreach ((int number, int[] steps) in sequences.Index())
        {
            await using var run = await Run.StartAsync();
            var done = new List<string>();
            try
            {
                foreach (int step in number % 2 == 0 ? steps : ToControl.Concat(steps))
                {
                    done.Add(await run.DoAsync(step));
                    await run.CheckAsync();
                }
                await run.EndAsync();
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"After {string.Join(", ", done)}: {broken.Message}", broken);
            }
            injections += run.Injected;
            pictures += run.Frames;
        }
        injections.ShouldBeGreaterThan(0, "some of it was active and granted");
        pictures.ShouldBeGreaterThan(0);
    }

    private sealed class Run : IAsyncDisposable
    {
        private readonly FakeDesk _desk;
        private readonly AgentInProcess _agent;
        private readonly RecordingInput _input = new();
        private readonly ThrowingScreen _screen = new();
        private bool _verified, _control, _paused, _problem, _over;
        private (int Injected, int Frames, int Captured) _atEnd;

        private Run(FakeDesk desk)
        {
            _desk = desk;
            _agent = new AgentInProcess(desk, _screen, _input);
        }

        public int Injected => _input.Injected;

        public int Frames => _desk.Viewer.Frames;

        private bool IsActive => _verified && !_over;

        private bool MayInject => IsActive && _control && !_paused && !_problem;

        private bool MayShow => IsActive && !_paused && !_problem;

        public static async Task<Run> StartAsync()
        {
            var run = new Run(await FakeDesk.StartAsync());
            await run._agent.PageAsync("start");
            return run;
        }

        public async Task<string> DoAsync(int step)
        {
            if (_over)
                return "over";
            switch (step)
            {
                case 0 or 1 or 2 or 3: return await GoOnAsync();
                case 4 or 5 or 6 when IsActive && !_control && !_paused && !_problem: return await AskForControlAsync(yes: step != 6);
                case 7 when _control: return await TakeBackAsync();
                case 8 when IsActive && !_problem: return await PauseAsync();
                case 9 when IsActive && !_problem: return await FindProblemAsync();
                case 10 when IsActive: return await LoseLineAsync();
                case 11:
                    _desk.BreakHub();
                    return "hub broken";
                case 12 when _agent.View.Page?.Name == "number": return await TypeWrongAsync();
                case 13 when _desk.Viewer.Connected: return await SendRubbishAsync();
                default: return "nothing";
            }
        }

        /// <summary>Input under the current number, and a change of the screen that is always there: what comes of them is what the model says.</summary>
        public async Task CheckAsync()
        {
            if (_over || !_verified)
            {
                await TryInputAsync();
                Done.ShouldBe(_over ? _atEnd : default);
                return;
            }
            int injected = _input.Injected;
            uint seq = _desk.Viewer.Grants!.GrantSeq;
            await _desk.Viewer.SendAsync(new TextInput(seq, "x"));
            await _desk.Viewer.SendAsync(new TextInput(seq - 1, "x"));
            await _agent.PassAsync(TimeSpan.FromSeconds(1));
            int frames = _desk.Viewer.Frames;
            if (MayInject)
                await Shell.UntilAsync(() => _input.Injected == injected + 1, "input");
            else
                _input.Injected.ShouldBe(injected);
            await _desk.Viewer.SendAsync(new WholePictureRequest());
            if (MayShow)
                await Shell.UntilAsync(() => _desk.Viewer.Frames > frames, "a picture");
            else
                await _agent.PassAsync(TimeSpan.FromSeconds(1));
            if (!MayShow)
                _desk.Viewer.Frames.ShouldBe(frames);
        }

        public async Task EndAsync()
        {
            if (_over)
                return;
            if (MayInject)
                await _desk.Viewer.SendAsync(new KeyInput(_desk.Viewer.Grants!.GrantSeq, true, "ShiftLeft", "Shift", KeyModifiers.Shift));
            bool joined = _desk.Viewer.Connected;
            await _agent.DoAsync(ViewAction.End);
            int injected = _input.Injected, frames = _desk.Viewer.Frames;
            await TryInputAsync();
            _input.Injected.ShouldBe(injected);
            if (!joined)
                return;
            await BeOverAsync();
            _desk.Viewer.Frames.ShouldBeInRange(frames, frames + 2, "what was on its way");
            await CheckAsync();
        }

        private (int Injected, int Frames, int Captured) Done => (_input.Injected, _desk.Viewer.Frames, _screen.Captured);

        // From the viewer where there still is a line, and at the gate itself: under every number that ever held, and a later one.
        private async Task TryInputAsync()
        {
            uint last = Math.Max(_agent.Gate.GrantSeq, _desk.Viewer.Grants?.GrantSeq ?? 0) + 1;
            for (uint seq = 0; seq <= last; seq++)
            {
                await _desk.Viewer.TrySendAsync(new TextInput(seq, "x"));
                _agent.Gate.Apply(new TextInput(seq, "x"));
            }
            await LetClocksGoOffAsync();
        }

        // Every clock of the agent goes off again and again: whatever still goes by one has had its turns.
        private async Task LetClocksGoOffAsync()
        {
            using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(16), _agent.Time);
            for (int turn = 0; turn < 10; turn++)
            {
                _agent.Time.Advance(TimeSpan.FromMilliseconds(100));
                await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }

        // What holds once the last page is shown and the line is closed holds for good.
        private async Task BeOverAsync()
        {
            _over = true;
            await _agent.EndedAsync();
            await Shell.UntilAsync(() => _desk.Viewer.Over, "the end of the line");
            _input.Down.ShouldBeEmpty();
            _agent.Gate.Granted.ShouldBe(Grants.None);
            _atEnd = Done;
        }

        public async ValueTask DisposeAsync()
        {
            await _agent.DisposeAsync();
            await _desk.DisposeAsync();
        }

        // The customer says yes to whatever is asked.
        private async Task<string> GoOnAsync()
        {
            switch (_agent.View.Page?.Name)
            {
                case "start":
                    await _agent.AnswerAsync("start");
                    await _agent.PageAsync("channel");
                    return "called";
                case "channel":
                    await _agent.EnterAsync("channel", FakeDesk.Channel);
                    await _agent.PageAsync("viewing");
                    await Shell.UntilAsync(() => _desk.Viewer.Connected, "the line");
                    return "joined";
                case "viewing":
                    await _agent.AnswerAsync("viewing");
                    await _agent.PageAsync("number");
                    await Shell.UntilAsync(() => _desk.Viewer.Number is not null, "the number");
                    return "may see";
                case "number":
                    await _agent.EnterAsync("number", _desk.Viewer.Number!);
                    await Shell.UntilAsync(() => _desk.Viewer.IsVerified, "M6");
                    _verified = true;
                    return "verified";
                case "problem-found":
                    await _agent.AnswerAsync("problem-found");
                    await Shell.UntilAsync(() => _agent.Gate.Pause == PauseReason.Running, "it goes on");
                    (_problem, _paused) = (false, false);
                    return "goes on";
                default:
                    return "nothing asked";
            }
        }

        private async Task<string> AskForControlAsync(bool yes)
        {
            await _desk.Viewer.SendAsync(new GrantRequest(Grants.Control));
            int said = _desk.Viewer.Received.OfType<GrantDeclined>().Count();
            await _agent.AnswerAsync("control", yes ? ViewAction.Yes : ViewAction.No);
            await Shell.UntilAsync(
                () => yes ? _desk.Viewer.Grants!.Grants.HasFlag(Grants.Control) : _desk.Viewer.Received.OfType<GrantDeclined>().Count() > said, "the answer");
            _control = yes;
            if (!yes)
                await _agent.PassAsync(Wishes.RestAfterNo);
            return yes ? "control" : "no control";
        }

        private async Task<string> TakeBackAsync()
        {
            await _agent.DoAsync(ViewAction.TakeBack);
            _control = false;
            await Shell.UntilAsync(() => _desk.Viewer.Grants!.Grants == Grants.View, "the withdrawal");
            return "taken back";
        }

        private async Task<string> PauseAsync()
        {
            await _agent.DoAsync(ViewAction.Pause);
            _paused = !_paused;
            PauseReason now = _paused ? PauseReason.ByCustomer : PauseReason.Running;
            await Shell.UntilAsync(() => _desk.Viewer.Received.OfType<Paused>().LastOrDefault()?.Reason == now, "the pause");
            return now.ToString();
        }

        private async Task<string> FindProblemAsync()
        {
            await _desk.Viewer.SendAsync(new ProblemFound());
            await _agent.PageAsync("problem-found");
            (_problem, _control) = (true, false);
            await Shell.UntilAsync(() => _desk.Viewer.Grants!.Grants == Grants.View, "view only");
            await Shell.UntilAsync(() => _desk.Viewer.Received.OfType<Paused>().LastOrDefault()?.Reason == PauseReason.ProblemFound, "the pause");
            return "problem";
        }

        private async Task<string> LoseLineAsync()
        {
            int lines = _desk.Viewer.Lines;
            uint seq = _desk.Viewer.Grants!.GrantSeq;
            int told = _desk.Viewer.Received.OfType<Paused>().Count();
            if (lines > 10)
                return "lost too often";
            await _desk.Viewer.CloseAsync(4504);
            _control = false;
            await Shell.UntilAsync(() => _desk.Viewer.Lines > lines && _desk.Viewer.Grants!.GrantSeq == seq + 1, "another line");
            if (_paused || _problem)
                await Shell.UntilAsync(() => _desk.Viewer.Received.OfType<Paused>().Count() > told, "the pause again");
            return "line lost";
        }

        private async Task<string> TypeWrongAsync()
        {
            int wrong = _desk.Reports.Count;
            await _agent.EnterAsync("number", _desk.Viewer.WrongNumber);
            await Shell.UntilAsync(() => _agent.View.Page?.Name == "ended" || (_agent.View.Page?.Name == "number" && _agent.View.Page.Problem is not null), "a no");
            await Shell.UntilAsync(() => _desk.Reports.Count > wrong, "the report");
            if (_desk.Reports.Count >= 3)
                await BeOverAsync();
            return "wrong number";
        }

        private async Task<string> SendRubbishAsync()
        {
            try
            {
                await _desk.Viewer.SendRawAsync(new byte[77]);
            }
            catch (WebSocketException)
            {
                // It had ended.
            }
            await BeOverAsync();
            return "rubbish";
        }
    }
}
