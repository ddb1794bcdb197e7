using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// One session, from "Did you call us?" to the last page: join → show → allow viewing → pump → grants → end. Runs on the
/// windows' thread; pictures and input run beside it.
/// </summary>
internal sealed class AgentSession(Conversation talk, AgentTexts texts, IScreen screen, InputGate gate, Ending ending)
{
    private static readonly TimeSpan PatienceWithRelay = TimeSpan.FromSeconds(2);

    /// <summary>Runs it to its end.</summary>
    /// <param name="hint">What the channel's entry starts with; the customer confirms it like typed digits.</param>
    public async Task<ExitCode> RunAsync(Desk desk, string hint)
    {
        talk.EndWanted += () => ending.End(SessionEndReason.CustomerEnded);
        if (!await talk.AskWhetherCalledAsync(ending.Token))
        {
            await talk.SayHowToReportAsync(ending.Token);
            return ExitCode.Done;
        }

        var join = new JoinStep(talk, texts, desk, hint);
        if (await join.RunAsync(ending.Token) is not var (session, relay))
            return join.LastProblem;

        using var line = new LineToViewer(relay, new UnsealedRecords());
        SessionEndReason reason = await ServeAsync(desk, session, line);
        if (!ending.Hurried)
            await talk.SayEndedAsync(reason, session.Consultant, Environment.ProcessPath);
        return ExitCode.Done;
    }

    private async Task<SessionEndReason> ServeAsync(Desk desk, JoinedSession session, LineToViewer line)
    {
        var pump = new FramePump(screen, gate, line, TimeProvider.System);
        var viewer = new ViewerListener(line, gate, pump);
        Task listening = Task.Run(async () => ending.End(await viewer.RunAsync()));
        _ = EndWithDeskAsync(desk);

        talk.SayState(StripState.Waiting, session, TimeSpan.Zero);
        Task seeing = Task.CompletedTask;
        if (await talk.AskViewingAsync(session, ending.Token))
        {
            talk.HidePanel();
            var live = new LiveSession(talk, gate, desk, line, session);
            seeing = Task.WhenAll(live.RunAsync(viewer, ending.Token), Task.Run(() => pump.RunAsync(ending.Token)));
        }
        else
        {
            ending.End(SessionEndReason.CustomerDeclined);
        }

        SessionEndReason reason = await ending.Reached;
        bool somebodyHears = reason is not (SessionEndReason.LineLost or SessionEndReason.ConsultantEnded);
        await line.HangUpAsync(somebodyHears ? new End(reason) : null);
        // The hub is another line than the picture's: the desk hears of the end even where pictures still clog this one.
        await desk.ReportEndAsync(reason);
        await LetGoAsync(line, Task.WhenAll(seeing, listening));
        return reason;
    }

    private static async Task LetGoAsync(LineToViewer line, Task over)
    {
        await Task.WhenAny(over, Task.Delay(PatienceWithRelay));
        line.Abort();
        await over;
    }

    private async Task EndWithDeskAsync(Desk desk) => ending.End(await desk.Ended);
}
