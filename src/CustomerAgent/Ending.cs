using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// The end of the session, from wherever it comes: button, closed window, hot key, signal, viewer, desk, lost line. The
/// first reason counts. When <see cref="End"/> returns, nothing is injected any more and no key is down.
/// </summary>
internal sealed class Ending(InputGate gate) : IDisposable
{
    private readonly TaskCompletionSource<SessionEndReason> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _token = new();

    /// <summary>Completes with the first reason.</summary>
    public Task<SessionEndReason> Reached => _reached.Task;

    /// <summary>Cancelled at the end.</summary>
    public CancellationToken Token => _token.Token;

    /// <summary>The program is asked to go at once: no last page.</summary>
    public bool Hurried { get; private set; }

    /// <summary>Ends it. May be called on any thread, any number of times.</summary>
    public void End(SessionEndReason reason)
    {
        gate.End();
        if (_reached.TrySetResult(reason))
            _token.Cancel();
    }

    /// <summary>Ends it because the system wants the program gone.</summary>
    public void Hurry()
    {
        Hurried = true;
        End(SessionEndReason.CustomerEnded);
    }

    public void Dispose() => _token.Dispose();
}
