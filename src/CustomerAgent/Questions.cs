using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>Lets one question at a time be put to the customer, and calls off the one that is open. On the windows' thread.</summary>
internal sealed class Questions(InputGate gate, Ending ending)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private CancellationTokenSource? _open;

    /// <summary>Asks when it is this question's turn, unless the line is lost then, or a problem was found.</summary>
    /// <param name="off">This question, and no other, need not be asked any more.</param>
    /// <returns>Null when it was not asked, or called off: that is nobody's answer.</returns>
    public async Task<bool?> AskAsync(Func<CancellationToken, Task<bool>> question, CancellationToken off)
    {
        await _turn.WaitAsync(ending.Token);
        using var open = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, off);
        try
        {
            if (open.IsCancellationRequested || gate.Line == LineState.Lost || gate.Pause == PauseReason.ProblemFound)
                return null;
            _open = open;
            bool answer = await question(open.Token);
            return open.IsCancellationRequested ? null : answer;
        }
        finally
        {
            _open = null;
            _turn.Release();
        }
    }

    /// <summary>Asks whatever rests or is lost.</summary>
    /// <param name="yes">Runs after a yes, before any other question. After a no there is none.</param>
    public async Task<bool> AskWhetherToGoOnAsync(Func<CancellationToken, Task<bool>> question, Action yes)
    {
        await _turn.WaitAsync(ending.Token);
        if (!await question(ending.Token))
            return false;
        yes();
        _turn.Release();
        return true;
    }

    /// <summary>The question that is open is not to be answered any more.</summary>
    public void CallOff() => _open?.Cancel();
}
