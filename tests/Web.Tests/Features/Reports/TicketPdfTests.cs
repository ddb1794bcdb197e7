using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Domain.Tickets;
using ServiceDesk.Web.Features.Reports;
using ServiceDesk.Web.Tests.Features.Reports.Layout;

namespace ServiceDesk.Web.Tests.Features.Reports;

public sealed class TicketPdfTests
{
    private static readonly DateTime Morning = new(2026, 11, 23, 8, 12, 0, DateTimeKind.Utc);
    private static readonly Guid Session = new("b0a9cb5c-6f5e-4a57-9ad3-7d2f2bb1c1c1");

    [Fact]
    public void Write_TellsTheWholeStory_InGerman()
    {
        string text = Read("de", Ticket());

        text.ShouldContain("Rechenzentrum Universität Würzburg Ticket K5-204");
        text.ShouldContain("Seite 1 von 2");
        text.ShouldContain("Erstellt am 23.11.2026 10:42 von Jürgen Groß");
        text.ShouldContain("Stand gelöst");
        text.ShouldContain("Geholfen hat Max Weber");
        text.ShouldContain("Bildschirm gesehen 11 min 00 s (23.11.2026 09:18–09:29)");
        text.ShouldContain("Gesteuert 4 min 30 s");
        text.ShouldContain("Geprüft 23.11.2026 09:17 (falsche Zahlen: 1)");
        text.ShouldContain("23.11.2026 09:26 Verbindung wieder aufgenommen");
        text.ShouldContain("Haftungsausschluss: Fassung 3, auf Deutsch, 23.11.2026 09:16");
        text.ShouldContain("23.11.2026 09:20 Maus und Tastatur benutzen erlaubt");
        text.ShouldContain("Beendet 23.11.2026 09:29, vom Kunden beendet");
        text.ShouldContain("Stand: in Arbeit → gelöst");
        text.ShouldContain("Rückruf: – → 23.11.2026 15:00–15:30");
        text.ShouldContain($"{new TicketNumber(1)} wurde in dieses Ticket überführt");
        text.ShouldContain("Sitzung 1: gesehen 11 min 00 s, gesteuert 4 min 30 s; vom Kunden beendet");
        text.ShouldContain("werden nicht aufgezeichnet");
    }

    [Fact]
    public void Write_TellsTheWholeStory_InEnglish()
    {
        string text = Read("en", Ticket());

        text.ShouldContain("Page 1 of 2");
        text.ShouldContain("State solved");
        text.ShouldContain("Screen seen 11 min 00 s (2026-11-23 09:18–09:29)");
        text.ShouldContain("Disclaimer: version 3, in German, 2026-11-23 09:16");
        text.ShouldContain("2026-11-23 09:20 Use mouse and keyboard allowed");
        text.ShouldContain("Ended 2026-11-23 09:29, ended by the customer");
    }

    [Fact]
    public void Write_SaysSo_WhenThereWasNoSession() =>
        Read("de", Ticket() with { Sessions = [] }).ShouldContain("Es gab keine Fernsitzung.");

    [Fact]
    public void Write_SaysThatNothingWasSeen_WhenTheChannelExpired()
    {
        SessionPrint expired = Ticket().Sessions[0] with
        {
            StartedAt = null, End = SessionEnd.Expired, Seen = default, Controlled = default, Accepted = [], Grants = [], VerifiedAt = null, Events = [],
        };
        string text = Read("de", Ticket() with { Sessions = [expired] });

        text.ShouldContain("Geprüft nicht: die vorgelesene Zahl wurde nicht eingetippt Bildschirm gesehen gar nicht Gesteuert gar nicht Angenommen nichts");
        text.ShouldContain("Kanal nicht rechtzeitig benutzt");
    }

    [Fact]
    public void Write_SaysThatItRuns_WhenTheSessionHasNotEnded()
    {
        SessionPrint running = Ticket().Sessions[0] with { EndedAt = null, End = null };

        Read("en", Ticket() with { Sessions = [running] }).ShouldContain("Ended still running");
    }

    [Fact]
    public void Write_HasWords_ForEveryValueOfTheDomain()
    {
        SessionPrint session = Ticket().Sessions[0] with
        {
            Grants = [.. Enum.GetValues<Grant>().Where(grant => grant != Grant.None).SelectMany(DecisionsOn)],
            Events = [.. Enum.GetValues<SessionEventKind>().Select(kind => new EventPrint(kind, Morning))],
            Accepted = [.. Enum.GetValues<PolicyKind>().SelectMany(AcceptedInBothLanguages)],
        };
        TicketPrint all = Ticket() with
        {
            Sessions = [.. Enum.GetValues<SessionEnd>().Select(end => session with { End = end })],
            Timeline =
            [
                .. Enum.GetValues<TimelineKind>().Select(kind => new EntryPrint(Morning, kind, null, "Text")),
                .. Enum.GetValues<TicketState>().Select(state => Change(TicketField.State, NameOf(TicketState.New), NameOf(state))),
                .. Enum.GetValues<TicketPriority>().Select(priority => Change(TicketField.Priority, NameOf(TicketPriority.Low), NameOf(priority))),
                .. Enum.GetValues<TicketField>().Select(field => Change(field, null, null)),
            ],
        };

        Should.NotThrow(() => Read("de", all));
        Should.NotThrow(() => Read("en", all));
    }

    [Fact]
    public void Write_Fits_WhenTheTimelineHasFiveThousandEntries()
    {
        EntryPrint note = Ticket().Timeline[0];
        string text = Read("de", Ticket() with { Timeline = [.. Enumerable.Repeat(note, 5_000)] });

        (text.Split("Frau Berg meldet").Length - 1).ShouldBe(5_000);
    }

    private static string Read(string language, TicketPrint ticket)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return string.Join(' ', SampleReport.Pages(Write(ticket)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static byte[] Write(TicketPrint ticket)
    {
        using ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<TicketPdf>().BuildServiceProvider();
        using var file = new MemoryStream();
        var order = new PrintOrder(
            "Rechenzentrum Universität Würzburg", "Jürgen Groß", Morning.AddMinutes(90), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        services.GetRequiredService<TicketPdf>().Write(file, ticket, order, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    private static TicketPrint Ticket() => new(
        new TicketNumber(204), "VPN bricht nach der Anmeldung ab", TicketState.Solved, TicketPriority.Normal, "Netz und VPN",
        "Max Weber", "VPN-Client", "Anna Berg, +49 931 555 0147", Morning, Morning.AddMinutes(32),
        [
            new EntryPrint(Morning, TimelineKind.Call, "Max Weber", "Frau Berg meldet, dass die VPN-Verbindung sofort wieder abbricht."),
            Change(TicketField.State, NameOf(TicketState.New), NameOf(TicketState.InWork)),
            new EntryPrint(Morning.AddMinutes(3), TimelineKind.Session, "Max Weber", null, SessionId: Session),
            new EntryPrint(Morning.AddMinutes(9), TimelineKind.System, null, new TicketNumber(1).ToString()),
            Change(TicketField.Callback, null, new Named("", "2026-11-23T14:00:00.0000000Z/2026-11-23T14:30:00.0000000Z")),
            Change(TicketField.Owner, null, new Named("1", "Max Weber")),
            new EntryPrint(Morning.AddMinutes(20), TimelineKind.Note, "Max Weber", "Altes Profil gelöscht, neues eingerichtet.\nVerbindung zweimal geprüft – steht."),
            Change(TicketField.State, NameOf(TicketState.InWork), NameOf(TicketState.Solved)),
        ],
        [
            new SessionPrint(
                Session, "Max Weber", Morning.AddMinutes(3), Morning.AddMinutes(5), Morning.AddMinutes(6), Morning.AddMinutes(17), SessionEnd.CustomerEnded,
                TimeSpan.FromMinutes(11), TimeSpan.FromSeconds(270),
                [.. Enum.GetValues<PolicyKind>().Select(kind => new AcceptancePrint(kind, 3, "de", Morning.AddMinutes(4)))],
                [
                    new GrantPrint(Grant.View, GrantDecision.Given, Morning.AddMinutes(6)),
                    new GrantPrint(Grant.Control, GrantDecision.Given, Morning.AddMinutes(8)),
                    new GrantPrint(Grant.Control, GrantDecision.Withdrawn, Morning.AddMinutes(12)),
                    new GrantPrint(Grant.View, GrantDecision.Withdrawn, Morning.AddMinutes(17)),
                ],
                [
                    new EventPrint(SessionEventKind.NumberWrong, Morning.AddMinutes(4)),
                    new EventPrint(SessionEventKind.Verified, Morning.AddMinutes(5)),
                    new EventPrint(SessionEventKind.LineLost, Morning.AddMinutes(14)),
                    new EventPrint(SessionEventKind.LineResumed, Morning.AddMinutes(14)),
                ]),
        ]);

    private static EntryPrint Change(TicketField field, Named? old, Named? now) =>
        new(Morning.AddMinutes(31), TimelineKind.Change, "Max Weber", null, new ChangePrint(field, old, now));

    private static IEnumerable<GrantPrint> DecisionsOn(Grant grant) =>
        Enum.GetValues<GrantDecision>().Select(decision => new GrantPrint(grant, decision, Morning));

    private static AcceptancePrint[] AcceptedInBothLanguages(PolicyKind kind) =>
        [new(kind, 1, "de", Morning), new(kind, 1, "en", Morning)];

    private static Named NameOf(Enum value) => new(value.ToString("D"), value.ToString());
}
