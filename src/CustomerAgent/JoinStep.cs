using System.Reflection;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>From nine digits to a session and a place at its relay: asks again as long as the desk refuses and the customer goes on.</summary>
internal sealed class JoinStep(Conversation talk, AgentTexts texts, Desk desk, string hint, TimeProvider time)
{
    /// <summary>How often the relay is tried for one session.</summary>
    public const int MostTries = 4;

    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>Why the last try failed; what the program ends with when the customer gives up after it.</summary>
    public ExitCode LastProblem { get; private set; } = ExitCode.Done;

    /// <summary>Null when the customer stops, or it ends meanwhile.</summary>
    public async Task<JoinedLine?> RunAsync(CancellationToken ended)
    {
        string entry = hint;
        string? problem = null;
        try
        {
            while (await talk.AskChannelAsync(entry, problem, ended) is { } channel)
            {
                entry = channel.ToString();
                try
                {
                    JoinAnswer answer = await desk.JoinAsync(Offer(channel), ended);
                    if (answer.Session is not { } session)
                    {
                        (problem, LastProblem) = (texts.Refused(answer.Refusal ?? JoinRefusal.Unavailable), ExitCode.Done);
                        continue;
                    }
                    if (SessionCheck.Doubt(session, desk.Origin) is { } doubt)
                    {
                        await desk.ReportEndAsync(SessionEndReason.TextChanged);
                        (entry, problem, LastProblem) = ("", texts.Doubtful(doubt, desk.Host), ExitCode.Untrusted);
                        await Console.Error.WriteLineAsync(problem);
                        continue;
                    }
                    if (await TryOpenRelayAsync(session, ended) is { } relay)
                        return new JoinedLine(session, channel, relay);
                    (entry, problem, LastProblem) = ("", texts.NoLine, ExitCode.Unreachable);
                    await Console.Error.WriteLineAsync(problem);
                }
                catch (DeskException failure)
                {
                    (problem, LastProblem) = Explain(failure.Problem);
                    await Console.Error.WriteLineAsync(problem);
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The customer left while the desk was being asked.
        }
        return null;
    }

    // The channel is used up by now: a session without a line must not be left behind, and cannot be joined again.
    private async Task<RelaySocket?> TryOpenRelayAsync(JoinedSession session, CancellationToken ended)
    {
        SessionEndReason end = SessionEndReason.LineLost;
        RelaySocket? relay = null;
        try
        {
            return relay = await OpenRelayAsync(session, ended);
        }
        catch (DeskException)
        {
            return null;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            end = SessionEndReason.CustomerEnded;
            throw;
        }
        finally
        {
            if (relay is null)
                await desk.ReportEndAsync(end);
        }
    }

    private async Task<RelaySocket> OpenRelayAsync(JoinedSession session, CancellationToken ended)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await desk.OpenRelayAsync(session.RelayPath, session.RelayToken, ended);
            }
            catch (DeskException) when (tries < MostTries)
            {
                await Task.Delay(PauseBetweenTries, time, ended);
            }
        }
    }

    private (string Text, ExitCode Code) Explain(DeskProblem problem) => problem switch
    {
        DeskProblem.NoDesk => (texts.NoDesk(desk.Host), ExitCode.NoDesk),
        DeskProblem.Untrusted => (texts.Untrusted(desk.Host), ExitCode.Untrusted),
        _ => (texts.Unreachable(desk.Host), ExitCode.Unreachable),
    };

    private static JoinOffer Offer(Channel channel) => new(channel.Digits, Version);

    private static string Version => Assembly.GetExecutingAssembly().GetName().Version!.ToString(fieldCount: 3);
}
