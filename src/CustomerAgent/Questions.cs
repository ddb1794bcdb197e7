using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>Lets one question at a time be put to the customer, and calls off the one that is open. On the windows' thread.</summary>
internal sealed class Questions(InputGate gate, Ending ending)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private CancellationTokenSource? _open;

    /// <summary>Asks when it is this question's turn. Calling it off is a no, and nothing is asked while the line is lost or a problem was found.</summary>
    public async Task<bool> AskAsync(Func<CancellationToken, Task<bool>> question)
    {
        await _turn.WaitAsync(ending.Token);
        using var open = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        try
        {
            _open = open;
            return gate.Line != LineState.Lost && gate.Pause != PauseReason.ProblemFound
                && await question(open.Token) && !open.IsCancellationRequested;
        }
        finally
        {
            _open = null;
            _turn.Release();
        }
    }

    /// <summary>Asks before anything else, whatever rests or is lost; the question that is open is called off.</summary>
    /// <param name="yes">Runs after a yes, before any other question. After a no there is none.</param>
    public async Task<bool> AskFirstAsync(Func<CancellationToken, Task<bool>> question, Action yes)
    {
        CallOff();
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
