using ServiceDesk.CustomerAgent.Input;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>What the strip says while a session is joined: who may do what, why it rests, what can be taken back. On the windows' thread.</summary>
internal sealed class StripNews(IAgentView view, AgentTexts texts)
{
    private (Grants Granted, IReadOnlyList<Revocation> List) _held = (Grants.None, []);

    /// <summary>Whether the customer can choose what is shown.</summary>
    public bool MayChoose { get; set; }

    /// <summary>The strip while an answer of the customer's is waited for, before anything is seen.</summary>
    public void SayWaiting(JoinedSession session) => SayWaiting(texts.ForYou(session.TicketNumber));

    /// <summary>The strip while the consultant's side is waited for, before anything is seen.</summary>
    public void SayConnecting(JoinedSession session) => SayWaiting(texts.For(session.Consultant, session.TicketNumber));

    /// <summary>What the strip says on a verified line.</summary>
    /// <param name="granted">What is allowed, whether it rests or not.</param>
    /// <param name="left">How long a lost line is still looked for.</param>
    public void Say(
        Grants granted, JoinedSession session, TimeSpan clock, PauseReason pause = PauseReason.Running, LineState line = LineState.Heard, TimeSpan left = default)
    {
        bool controlled = granted.HasFlag(Grants.Control);
        StripState state = controlled ? StripState.Controlled : StripState.Seen;
        bool rests = pause != PauseReason.Running || line != LineState.Heard;
        StripState shown = rests ? StripState.Paused : state;
        string text = line switch
        {
            LineState.Lost => texts.LineLostFor((int)Math.Max(0, Math.Ceiling(left.TotalSeconds))),
            LineState.Silent => texts.LineSilent,
            _ => rests ? texts.Rests(pause) : texts.By(session.Consultant, session.TicketNumber),
        };
        view.Show(new Strip(
            shown,
            texts.Word(shown),
            text,
            $"{(int)clock.TotalMinutes:00}:{clock.Seconds:00}",
            MayChoose ? texts.ShowOnly : null,
            pause == PauseReason.ByCustomer ? texts.GoOn : texts.Pause,
            controlled ? texts.TakeBack : null,
            texts.End)
        {
            Check = texts.Verified,
            Held = Held(granted),
        });
    }

    /// <summary>The strip goes.</summary>
    public void Leave() => view.HideStrip();

    /// <summary>What a click on the strip takes back; null for any other click.</summary>
    public static Grants? GrantOf(ViewAction action) => action switch
    {
        ViewAction.TakeBack => Grants.Control,
        ViewAction.TakeClipboardBack => Grants.ClipboardToConsultant,
        ViewAction.TakePastingBack => Grants.ClipboardToCustomer,
        ViewAction.TakeFilesBack => Grants.FileToCustomer,
        _ => null,
    };

    private void SayWaiting(string forWhom) =>
        view.Show(new Strip(StripState.Waiting, texts.Word(StripState.Waiting), forWhom, "", null, null, null, texts.End));

    private IReadOnlyList<Revocation> Held(Grants granted)
    {
        if (granted != _held.Granted)
        {
            ViewAction[] revocable = [ViewAction.TakeClipboardBack, ViewAction.TakePastingBack, ViewAction.TakeFilesBack];
            Revocation[] held = [.. revocable.Where(action => granted.HasFlag(GrantOf(action)!.Value))
                .Select(action => new Revocation(action, texts.Held(GrantOf(action)!.Value), texts.TakeThisBack))];
            _held = (granted, held.Length == 0 ? [] : held);
        }
        return _held.List;
    }
}
