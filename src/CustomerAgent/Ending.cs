using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// The end of the session, from wherever it comes: button, closed window, hot key, signal, viewer, desk, lost line, a part of
/// the agent that failed. The first end counts. When <c>End</c> returns, nothing is injected any more and no key is down.
/// </summary>
internal sealed class Ending : IDisposable
{
    private readonly InputGate _gate;
    private readonly TaskCompletionSource<EndOfSession> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _token = new();
    private readonly CancellationTokenSource _hurried = new();

    public Ending(InputGate gate)
    {
        _gate = gate;
        gate.Failed += Fail;
    }

    /// <summary>Completes with the first end.</summary>
    public Task<EndOfSession> Reached => _reached.Task;

    /// <summary>Cancelled at the end.</summary>
    public CancellationToken Token => _token.Token;

    /// <summary>Cancelled when the program is asked to go at once: no last page, or not any longer.</summary>
    public CancellationToken Hurried => _hurried.Token;

    /// <summary>Ends it. May be called on any thread, any number of times.</summary>
    public void End(SessionEndReason reason) => Reach(new EndOfSession(reason));

    /// <summary>Ends it this way.</summary>
    public void End(EndOfSession end) => Reach(end);

    /// <summary>Ends it because the system wants the program gone.</summary>
    public void Hurry()
    {
        _hurried.Cancel();
        End(SessionEndReason.CustomerEnded);
    }

    /// <summary>Runs a part of the session until it ends. What the part throws ends the session; it never comes out here.</summary>
    public async Task UntilItEndsAsync(Func<Task> part)
    {
        try
        {
            await part();
        }
        catch (OperationCanceledException) when (_token.IsCancellationRequested)
        {
            // The end, as the part was told.
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    public void Dispose()
    {
        _token.Dispose();
        _hurried.Dispose();
    }

    private void Fail(Exception fault) => Reach(new EndOfSession(SessionEndReason.ProtocolError, fault));

    private void Reach(EndOfSession end)
    {
        try
        {
            _gate.End();
        }
        catch (Exception stuck)
        {
            end = end with { Fault = end.Fault ?? stuck }; // it ends all the same, and says that something may be held down
        }
        if (_reached.TrySetResult(end))
            _token.Cancel();
    }
}
