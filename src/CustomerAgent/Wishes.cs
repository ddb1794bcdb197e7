using System.Threading.Channels;
using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.CustomerAgent.Prompts;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent;

/// <summary>What the consultant asks for, put to the customer one thing at a time. On the windows' thread.</summary>
/// <param name="offered">What the viewer may ask for.</param>
internal sealed class Wishes(RunningSession on, Conversation talk, Permissions permissions, Questions questions, Grants offered)
{
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
        bool allowed = offered.HasFlag(wish) && await questions.AskAsync(off => talk.AskGrantAsync(wish, on.Session, off));
        if (!allowed || !await permissions.TryGiveAsync(wish))
            await permissions.DeclineAsync(wish);
    }
}
