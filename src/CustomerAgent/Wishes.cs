using System.Threading.Channels;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent;

/// <summary>What the consultant asks for, put to the customer one thing at a time. On the windows' thread.</summary>
/// <param name="offered">What the viewer may ask for.</param>
internal sealed class Wishes(RunningSession on, Conversation talk, Permissions permissions, Questions questions, Grants offered)
{
    /// <summary>For so long after a no the customer is not asked the same again: every further wish is declined without a word.</summary>
    public static readonly TimeSpan RestAfterNo = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Grants, long> _declined = [];

    /// <summary>Answers until the end.</summary>
    public async Task AnswerAsync(ChannelReader<Grants> wishes, InputGate gate)
    {
        await foreach (Grants wish in wishes.ReadAllAsync(on.Ending.Token))
        {
            foreach (Grants one in Enum.GetValues<Grants>().Where(one => one != Grants.None && wish.HasFlag(one) && !gate.Allows(one)))
                await AnswerAsync(one);
        }
    }

    private async Task AnswerAsync(Grants wish)
    {
        if (Rests(wish))
        {
            await on.Line.SendAsync(new GrantDeclined(wish));
            return;
        }
        bool? answer = offered.HasFlag(wish) ? await questions.AskAsync(off => talk.AskGrantAsync(wish, on.Session, off), CancellationToken.None) : false;
        if (answer == true && await permissions.TryGiveAsync(wish))
            return;
        if (answer == false)
            _declined[wish] = on.Time.GetTimestamp();
        await permissions.DeclineAsync(wish);
    }

    private bool Rests(Grants wish) => _declined.TryGetValue(wish, out long since) && on.Time.GetElapsedTime(since) < RestAfterNo;
}
