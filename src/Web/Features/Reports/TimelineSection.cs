using System.Globalization;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Reports.Layout;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>The timeline of a ticket, in words.</summary>
internal static class TimelineSection
{
    public static IEnumerable<Moment> Moments(TicketPrint ticket, ReportWords words) =>
        ticket.Timeline.Select(entry => MomentOf(entry, ticket.Sessions, words));

    public static Tone ToneOf(TicketState state) => state.ClassOf() switch
    {
        TicketStateClass.Act => Tone.Act,
        TicketStateClass.Wait => Tone.Wait,
        _ => Tone.Done,
    };

    private static Moment MomentOf(EntryPrint entry, IReadOnlyList<SessionPrint> sessions, ReportWords words)
    {
        string author = entry.Author ?? words["TheDesk"];
        (string text, Tone tone) = entry switch
        {
            { Change: { } change } => (TextOf(change, words), ToneOf(change)),
            { SessionId: { } id } => TextOf(id, sessions, words),
            { Kind: TimelineKind.System, Text: { } merged } when TicketNumber.TryParse(merged, out _) => (words["MergedHere", merged], Tone.Plain),
            _ => (entry.Text ?? "", Tone.Plain),
        };
        return new Moment(words.When(entry.At), words.Of(entry.Kind), author, text, tone);
    }

    private static string TextOf(ChangePrint change, ReportWords words) =>
        words["Changed", words.Of(change.Field), Reading(change.Field, change.Old, words), Reading(change.Field, change.New, words)];

    // The timeline keeps states, priorities and call-backs as the program names them; people read their own words.
    private static string Reading(TicketField field, Named? value, ReportWords words) => (field, value) switch
    {
        (_, null) => "–",
        (TicketField.State, _) => words.Of(ValueOf<TicketState>(value)),
        (TicketField.Priority, _) => words.Of(ValueOf<TicketPriority>(value)),
        (TicketField.Callback, _) => CallbackOf(value.Text, words),
        _ => value.Text,
    };

    private static Tone ToneOf(ChangePrint change) =>
        change is { Field: TicketField.State, New: { } state } ? ToneOf(ValueOf<TicketState>(state)) : Tone.Plain;

    private static T ValueOf<T>(Named value) where T : struct, Enum => Enum.Parse<T>(value.Id);

    private static string CallbackOf(string window, ReportWords words)
    {
        DateTime[] ends = [.. window.Split('/').Select(end => DateTime.Parse(end, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal))];
        return words.Between(ends[0], ends[^1]);
    }

    private static (string Text, Tone Tone) TextOf(Guid id, IReadOnlyList<SessionPrint> sessions, ReportWords words)
    {
        for (int i = 0; i < sessions.Count; i++)
        {
            SessionPrint session = sessions[i];
            if (session.Id != id)
                continue;

            string end = session.End is { } reason ? words.Of(reason) : words["StillRuns"];
            string text = words["SessionLine", i + 1, words.HowLong(session.Seen), words.HowLong(session.Controlled), end];
            return (text, SessionSection.ToneOf(session));
        }

        return (words["SessionGone"], Tone.Paused);
    }
}
