using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Tests.Input;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Tests;

/// <summary>One question at a time, and none is called off by what concerns another.</summary>
public sealed class QuestionsTests : IDisposable
{
    private readonly InputGate _gate = new(new RecordingInput(), new OwnWindows(), TimeProvider.System);
    private readonly Ending _ending;
    private readonly Questions _questions;
    private readonly TaskCompletionSource<bool> _first = new(), _second = new();
    private readonly CancellationTokenSource _off = new();
    private CancellationToken _offOfFirst;
    private bool _secondAsked;

    public QuestionsTests()
    {
        _ending = new Ending(_gate);
        _questions = new Questions(_gate, _ending);
    }

    public void Dispose()
    {
        _ending.Dispose();
        _gate.Dispose();
        _off.Dispose();
    }

    [Fact]
    public async Task Ask_LeavesTheOpenQuestionAlone_WhenOneThatWaitsIsNotWantedAnyMore()
    {
        Task<bool?> first = _questions.AskAsync(AskFirst, TestContext.Current.CancellationToken), second = _questions.AskAsync(AskSecond, _off.Token);
        await _off.CancelAsync();
        _offOfFirst.IsCancellationRequested.ShouldBeFalse();
        _first.SetResult(true);
        (await first).ShouldBe(true);
        (await second).ShouldBeNull();
        _secondAsked.ShouldBeFalse();
    }

    [Fact]
    public async Task Ask_PutsTheNext_WhenTheFirstIsAnswered()
    {
        Task<bool?> first = _questions.AskAsync(AskFirst, _off.Token), second = _questions.AskAsync(AskSecond, _off.Token);
        _secondAsked.ShouldBeFalse();
        _first.SetResult(false);
        (await first).ShouldBe(false);
        _second.SetResult(true);
        (await second).ShouldBe(true);
    }

    [Fact]
    public async Task CallOff_IsNobodysAnswer()
    {
        Task<bool?> first = _questions.AskAsync(AskFirst, _off.Token);
        _questions.CallOff();
        _offOfFirst.IsCancellationRequested.ShouldBeTrue();
        _first.SetResult(true); // a click that crossed it
        (await first).ShouldBeNull();
    }

    [Fact]
    public async Task Ask_IsNotPut_WhileTheLineIsLostOrAProblemWasFound()
    {
        _gate.Rest(PauseReason.ProblemFound);
        (await _questions.AskAsync(AskSecond, _off.Token)).ShouldBeNull();
        _gate.Rest(PauseReason.Running);
        _gate.LoseLine();
        (await _questions.AskAsync(AskSecond, _off.Token)).ShouldBeNull();
        _secondAsked.ShouldBeFalse();
    }

    private Task<bool> AskFirst(CancellationToken off)
    {
        _offOfFirst = off;
        return _first.Task;
    }

    private Task<bool> AskSecond(CancellationToken off)
    {
        _secondAsked = true;
        return _second.Task;
    }
}
