using System.Net.WebSockets;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// What the customer has allowed while the session runs: changed here, shown on the strip, told to the viewer and the desk.
/// On the windows' thread.
/// </summary>
internal sealed class LiveSession(Conversation talk, InputGate gate, Desk desk, LineToViewer line, JoinedSession session, Ending ending)
{
    private static readonly TimeSpan ClockStep = TimeSpan.FromMilliseconds(250);
    private readonly long _start = TimeProvider.System.GetTimestamp();

    /// <summary>Viewing is allowed. Runs until the end: the strip's clock, the consultant's wishes, control taken back.</summary>
    public async Task RunAsync(ViewerListener viewer)
    {
        await ChangeAsync(Grants.View);
        talk.TakeBackWanted += () => _ = ending.UntilItEndsAsync(() => ChangeAsync(Grants.View));
        await Task.WhenAll(ending.UntilItEndsAsync(KeepClockAsync), ending.UntilItEndsAsync(() => AnswerWishesAsync(viewer)));
    }

    private async Task AnswerWishesAsync(ViewerListener viewer)
    {
        await foreach (Grants wish in viewer.Wishes.ReadAllAsync(ending.Token))
        {
            if (gate.Allows(wish))
                continue;
            if (wish == Grants.Control && await talk.AskControlAsync(session, ending.Token))
            {
                await ChangeAsync(Grants.View | Grants.Control);
                continue;
            }
            await SendAsync(new GrantDeclined(wish));
            await desk.ReportGrantsAsync(gate.Granted, declined: wish);
        }
    }

    private async Task ChangeAsync(Grants grants)
    {
        if (gate.Change(grants) is not { } changed)
            return; // it has ended meanwhile
        SayState();
        await SendAsync(changed);
        await desk.ReportGrantsAsync(grants, declined: Grants.None);
    }

    private async Task KeepClockAsync()
    {
        using var step = new PeriodicTimer(ClockStep);
        while (await step.WaitForNextTickAsync(ending.Token))
            SayState();
    }

    private void SayState() => talk.SayState(
        gate.Allows(Grants.Control) ? StripState.Controlled : StripState.Seen, session, TimeProvider.System.GetElapsedTime(_start));

    private async Task SendAsync(IWireMessage message)
    {
        try
        {
            await line.SendAsync(message);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            // A broken line is noticed by whoever listens on it, and ends the session there.
        }
    }
}
