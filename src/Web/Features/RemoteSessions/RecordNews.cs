using ServiceDesk.Domain;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Remote.Joining;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Writes down what the agent tells besides grants and the end: that it happened and when.</summary>
public sealed class RecordNews(ChangeSession change, SessionLines lines, TimeProvider time)
{
    /// <returns>False when the session is over: news may cross an end on the way.</returns>
    /// <exception cref="RuleBrokenException">It cannot have happened.</exception>
    public async Task<bool> ExecuteAsync(Guid session, SessionNews news, CancellationToken cancellation = default)
    {
        bool recorded = await change.ExecuteAsync(session, s =>
        {
            if (!s.IsOpen) return false;
            Record(s, news, time.GetUtcNow().UtcDateTime);
            return true;
        }, cancellation);
        if (recorded && news == SessionNews.Verified) lines.Verified(session);
        return recorded;
    }

    private static void Record(RemoteSession session, SessionNews news, DateTime now)
    {
        switch (news)
        {
            case SessionNews.NumberWrong: session.NoteWrongNumber(now); break;
            case SessionNews.Verified: session.Verify(now); break;
            case SessionNews.ProblemFound: session.FindProblem(now); break;
            case SessionNews.WentOn: session.GoOn(now); break;
            case SessionNews.ControlConfirmed: session.ConfirmControl(now); break;
            case SessionNews.ControlExpired: session.ExpireControl(now); break;
            case SessionNews.ViewNarrowed: session.NarrowView(now); break;
            case SessionNews.ViewWidened: session.WidenView(now); break;
            case SessionNews.TextTaken: session.TakeText(now); break;
            case SessionNews.TextGiven: session.GiveText(now); break;
            default: throw new RuleBrokenException("session.news-unknown", "There is no such news.");
        }
    }
}
