using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.Reports.Layout;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>The remote sessions of a ticket: who, when, how long, what was accepted and allowed, who ended it.</summary>
internal static class SessionSection
{
    public static IEnumerable<IBlock> Blocks(IReadOnlyList<SessionPrint> sessions, ReportWords words)
    {
        yield return new Heading(words["Sessions"]);
        if (sessions.Count == 0)
            yield return new Paragraph(words["NoSessions"], IsAside: true);

        for (int i = 0; i < sessions.Count; i++)
        {
            foreach (IBlock block in BlocksOf(sessions[i], i + 1, words))
                yield return block;
        }

        yield return new Paragraph(words["NothingRecorded"], IsAside: true);
    }

    /// <summary>Controlled, seen, or never seen at all.</summary>
    public static Tone ToneOf(SessionPrint session) =>
        session.Controlled > TimeSpan.Zero ? Tone.Controlled : session.Seen > TimeSpan.Zero ? Tone.Seen : Tone.Paused;

    private static IEnumerable<IBlock> BlocksOf(SessionPrint session, int number, ReportWords words)
    {
        yield return new Heading(words["SessionNumber", number], HeadingLevel.Part);
        yield return FactsOf(session, words);
        if (session.Grants.Count > 0)
            yield return GrantsOf(session, words);
        if (session.Events.Count > 0)
            yield return EventsOf(session, words);
    }

    private static Facts FactsOf(SessionPrint session, ReportWords words) => new(
        new Fact(words["Consultant"], session.Consultant),
        new Fact(words["Requested"], words.When(session.RequestedAt)),
        new Fact(words["Verified"], VerifiedIn(session, words)),
        new Fact(words["Seen"], session.StartedAt is { } start && session.EndedAt is { } end
            ? words["HeldWithin", words.HowLong(session.Seen), words.Between(start, end)]
            : words.HowLong(session.Seen)),
        new Fact(words["Controlled"], words.HowLong(session.Controlled)),
        new Fact(words["Accepted"], AcceptedIn(session, words)),
        session is { EndedAt: { } endedAt, End: { } reason }
            ? new Fact(words["Ended"], words["EndedHow", words.When(endedAt), words.Of(reason)])
            : new Fact(words["Ended"], words["StillRuns"], Tone.Seen));

    private static string VerifiedIn(SessionPrint session, ReportWords words)
    {
        string result = session.VerifiedAt is { } at ? words.When(at) : words["NotVerified"];
        int wrong = session.Events.Count(e => e.Kind == SessionEventKind.NumberWrong);
        return wrong == 0 ? result : words["AfterWrongNumbers", result, wrong];
    }

    private static string AcceptedIn(SessionPrint session, ReportWords words) => session.Accepted.Count == 0
        ? words["NothingAccepted"]
        : string.Join('\n', session.Accepted.Select(acceptance => words[
            "AcceptedVersion",
            words.Of(acceptance.Kind), acceptance.Version, words[$"Locale_{acceptance.Locale}"], words.When(acceptance.At)]));

    private static Table GrantsOf(SessionPrint session, ReportWords words) => new(
        [new Column(words["At"]), new Column(words["Grant"], 2), new Column(words["Decision"])],
        session.Grants.Select(grant => (string[])[words.When(grant.At), words.Of(grant.Grant), words.Of(grant.Decision)]));

    private static Table EventsOf(SessionPrint session, ReportWords words) => new(
        [new Column(words["At"]), new Column(words["Event"], 3)],
        session.Events.Select(e => (string[])[words.When(e.At), words.Of(e.Kind)]));
}
