using ServiceDesk.CustomerAgent.Clipboard;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Pump;
using ServiceDesk.CustomerAgent.Screens;
using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Rs1;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>
/// One session, from "Did you call us?" to the last page: join → allow viewing → handshake → number → pump → grants → end.
/// Runs on the windows' thread; pictures and input run beside it.
/// </summary>
internal sealed class AgentSession(Conversation talk, AgentTexts texts, IScreen screen, InputGate gate, Ending ending, TimeProvider time)
{
    private static readonly TimeSpan PatienceWithRelay = TimeSpan.FromSeconds(2);

    /// <summary>The customer's clipboard; null where texts cannot be exchanged.</summary>
    public IClipboard? Clipboard { get; init; }

    /// <summary>Runs it to its end.</summary>
    /// <param name="hint">What the channel's entry starts with; the customer confirms it like typed digits.</param>
    public async Task<ExitCode> RunAsync(Desk desk, string hint)
    {
        talk.EndWanted += () => ending.End(SessionEndReason.CustomerEnded);
        talk.Chosen += choice => desk.ReportNews(choice == Choice.Everything ? SessionNews.ViewWidened : SessionNews.ViewNarrowed);
        if (!await talk.AskWhetherCalledAsync(ending.Token))
        {
            await talk.SayHowToReportAsync(ending.Token);
            return ExitCode.Done;
        }

        var join = new JoinStep(talk, texts, desk, hint, time);
        if (await join.RunAsync(ending.Token) is not { } joined)
            return join.LastProblem;

        EndOfSession end = await ServeAsync(desk, joined);
        string news = end.Fault is { } fault ? texts.Failed(fault.GetType().Name) : texts.Ended(end.Reason, joined.Session.Consultant);
        if (end.Fault is not null)
            await Console.Error.WriteLineAsync(news);
        await talk.SayEndedAsync(news, end.Fault is null ? texts.Advice(end.Reason) : null, Environment.ProcessPath, ending.Hurried);
        return end.Fault is null ? ExitCode.Done : ExitCode.Fault;
    }

    private async Task<EndOfSession> ServeAsync(Desk desk, JoinedLine joined)
    {
        using var line = new LineToViewer(joined.Relay, time);
        var session = new RunningSession(joined.Session, desk, line, ending, time);
        _ = EndWithDeskAsync(desk);
        _ = ending.UntilItEndsAsync(EndInTimeAsync);
        Task running = ending.UntilItEndsAsync(() => RunAsync(session, joined.Channel));

        EndOfSession end = await ending.Reached;
        bool consultantEnded = end.Reason == SessionEndReason.ConsultantEnded;
        // A line that is lost is let go without a word: a close of ours would read as if the customer had ended it.
        if (end.Reason == SessionEndReason.LineLost)
            line.Lose();
        else
            await ending.UntilItEndsAsync(() => line.HangUpAsync(consultantEnded ? null : new End(end.Reason), end.Code, waits: consultantEnded));
        // The hub is another line than the picture's: the desk hears of the end even where pictures still clog this one.
        await desk.ReportEndAsync(end.Reason);
        await Task.WhenAny(running, Task.Delay(PatienceWithRelay, time));
        line.Lose();
        await running;
        return end;
    }

    private async Task RunAsync(RunningSession session, Channel channel)
    {
        talk.Strip.SayWaiting(session.Session);
        using var verification = new Verification(session, channel, talk, texts);
        if (await verification.RunAsync() is not { } verified)
            return;
        talk.HidePanel();
        using ResumeAgent resume = verified.Resume;
        if (gate.Change(Grants.View) is null)
        {
            verified.Records.Dispose();
            return; // it has ended meanwhile
        }
        await session.Line.OpenAsync(verified.Records, verified.FirstRecord);

        var pump = new FramePump(screen, gate, session.Line, time);
        var viewer = new ViewerListener(session.Line, gate, pump);
        var lifeline = new Lifeline(session, viewer, gate, pump, resume);
        var live = new LiveSession(session, talk, gate, lifeline, Clipboard, verification.Offered);
        await Task.WhenAll(
            ending.UntilItEndsAsync(() => live.RunAsync(viewer)),
            ending.UntilItEndsAsync(() => Task.Run(async () => ending.End(await lifeline.RunAsync(ending.Token)))),
            ending.UntilItEndsAsync(() => Task.Run(() => pump.RunAsync(ending.Token))));
    }

    // Whatever desk and relay allow.
    private async Task EndInTimeAsync()
    {
        await Task.Delay(Rs1Limits.Session, time, ending.Token);
        ending.End(SessionEndReason.TimeLimit);
    }

    private async Task EndWithDeskAsync(Desk desk) => ending.End(await desk.Ended);
}
