using System.Reflection;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.CustomerAgent.Transport;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>From nine digits to a session and a place at its relay: asks again as long as the desk refuses and the customer goes on.</summary>
internal sealed class JoinStep(Conversation talk, AgentTexts texts, Desk desk, string hint)
{
    /// <summary>Why the last try failed; what the program ends with when the customer gives up after it.</summary>
    public ExitCode LastProblem { get; private set; } = ExitCode.Done;

    /// <summary>Null when the customer stops, or it ends meanwhile.</summary>
    public async Task<(JoinedSession Session, RelaySocket Relay)?> RunAsync(CancellationToken ended)
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
                    if (answer.Session is { } session)
                        return (session, await desk.OpenRelayAsync(session, ended));
                    problem = texts.Refused(answer.Refusal ?? JoinRefusal.Unavailable);
                    LastProblem = ExitCode.Done;
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

    private (string Text, ExitCode Code) Explain(DeskProblem problem) => problem switch
    {
        DeskProblem.NoDesk => (texts.NoDesk(desk.Host), ExitCode.NoDesk),
        DeskProblem.Untrusted => (texts.Untrusted(desk.Host), ExitCode.Untrusted),
        _ => (texts.Unreachable(desk.Host), ExitCode.Unreachable),
    };

    private JoinOffer Offer(Channel channel) => new(
        channel.Digits, Version, OperatingSystem.IsWindows() ? "win-x64" : "linux-x64", texts.German ? "de" : "en");

    private static string Version => Assembly.GetExecutingAssembly().GetName().Version!.ToString(fieldCount: 3);
}
