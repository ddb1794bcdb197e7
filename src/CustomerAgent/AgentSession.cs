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
        EndOfSession end = await ServeAsync(desk, session, line);
        string news = end.Fault is { } fault ? texts.Failed(fault.GetType().Name) : texts.Ended(end.Reason, session.Consultant);
        if (end.Fault is not null)
            await Console.Error.WriteLineAsync(news);
        if (!ending.Hurried)
            await talk.SayEndedAsync(news, Environment.ProcessPath);
        return end.Fault is null ? ExitCode.Done : ExitCode.Fault;
    }

    private async Task<EndOfSession> ServeAsync(Desk desk, JoinedSession session, LineToViewer line)
    {
        var pump = new FramePump(screen, gate, line, TimeProvider.System);
        var viewer = new ViewerListener(line, gate, pump);
        _ = EndWithDeskAsync(desk);
        Task parts = Task.WhenAll(
            ending.UntilItEndsAsync(() => Task.Run(async () => ending.End(await viewer.RunAsync()))),
            ending.UntilItEndsAsync(() => ShowAsync(new LiveSession(talk, gate, desk, line, session, ending), session, viewer, pump)));

        EndOfSession end = await ending.Reached;
        bool somebodyHears = end.Reason is not (SessionEndReason.LineLost or SessionEndReason.ConsultantEnded);
        await ending.UntilItEndsAsync(() => line.HangUpAsync(somebodyHears ? new End(end.Reason) : null));
        // The hub is another line than the picture's: the desk hears of the end even where pictures still clog this one.
        await desk.ReportEndAsync(end.Reason);
        await LetGoAsync(line, parts);
        return end;
    }

    private async Task ShowAsync(LiveSession live, JoinedSession session, ViewerListener viewer, FramePump pump)
    {
        talk.SayState(StripState.Waiting, session, TimeSpan.Zero);
        if (!await talk.AskViewingAsync(session, ending.Token))
        {
            ending.End(SessionEndReason.CustomerDeclined);
            return;
        }
        talk.HidePanel();
        await Task.WhenAll(
            ending.UntilItEndsAsync(() => live.RunAsync(viewer)),
            ending.UntilItEndsAsync(() => Task.Run(() => pump.RunAsync(ending.Token))));
    }

    private static async Task LetGoAsync(LineToViewer line, Task over)
    {
        await Task.WhenAny(over, Task.Delay(PatienceWithRelay));
        line.Abort();
        await over;
    }

    private async Task EndWithDeskAsync(Desk desk) => ending.End(await desk.Ended);
}
