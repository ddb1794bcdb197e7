using ServiceDesk.Domain.Tickets;

namespace ServiceDesk.Web.Features.Demo;

/// <summary>A demo ticket: indices point into the demo callers, queues, catalogue and consultants.</summary>
internal sealed record DemoTicket(TimeSpan Age, int Caller, int Queue, int? Item, int Owner, TicketPriority Priority, string Title, string Words, Action<DemoStory> Story);

/// <summary>A handful of tickets as a computing centre has them on any morning.</summary>
internal static class DemoTickets
{
    public static readonly DemoTicket[] All =
    [
        new(TimeSpan.FromMinutes(24), 0, 0, 0, 0, TicketPriority.High, "VPN bricht nach der Anmeldung ab",
            "Ruft aus dem Home-Office an. Anmeldung klappt, nach etwa 30 Sekunden ist die Verbindung weg. Seit dem Update gestern.",
            story => { story.MoveTo(3, TicketState.InWork); story.Note(6, "Client-Version ist 4.2, freigegeben ist 4.4. Profil stimmt."); }),
        new(TimeSpan.FromMinutes(51), 1, 1, 2, 0, TicketPriority.Normal, "Outlook fragt immer wieder nach dem Kennwort",
            "Kennwort wurde am Montag geändert. Das Telefon synchronisiert, nur der Laptop nicht.",
            story => { story.MoveTo(4, TicketState.InWork); story.CallBack(9, 90); }),
        new(TimeSpan.FromHours(3), 3, 0, 0, 0, TicketPriority.Normal, "eduroam: certificate warning on a new phone",
            "New Android phone, asks to trust an unknown certificate. Told him not to accept it.",
            story => { story.MoveTo(2, TicketState.InWork); story.Note(15, "Sent the set-up steps by mail."); story.MoveTo(16, TicketState.WaitingForCustomer); }),
        new(TimeSpan.FromHours(5), 2, 1, 2, 0, TicketPriority.Urgent, "Sammelpostfach der Berufungskommission fehlt",
            "Sitzung ist heute um 16 Uhr, das Postfach ist seit der Umstellung nicht mehr eingebunden.",
            story => { story.MoveTo(1, TicketState.InWork); story.Note(20, "Rechte sind da, Profil am Rechner ist alt."); }),
        new(TimeSpan.FromHours(7), 6, 3, 1, 1, TicketPriority.Normal, "Virenschutz meldet abgelaufene Signaturen",
            "Zwei Rechner im Sekretariat, beide melden seit Freitag veraltete Signaturen.",
            story => { story.MoveTo(10, TicketState.InWork); story.MoveTo(40, TicketState.WaitingForThirdParty); story.Note(41, "Hersteller kennt den Fehler, Paket kommt heute."); }),
        new(TimeSpan.FromHours(9), 7, 2, null, 1, TicketPriority.Normal, "Account locked after three wrong passwords",
            "Student, needs access to the exam registration today.",
            story => { story.Note(2, "Identity checked by student card number, unlocked."); story.MoveTo(3, TicketState.Solved); }),
        new(TimeSpan.FromHours(26), 4, 3, null, 1, TicketPriority.Low, "Zweiter Bildschirm bleibt dunkel",
            "Docking-Station getauscht, seitdem nur noch ein Bild. Kabel und Anschluss sind in Ordnung.",
            story => { story.Note(5, "Hardware: an die Werkstatt verwiesen, wir schauen nur nach dem Treiber."); story.LeaveUnassigned(6); }),
        new(TimeSpan.FromHours(30), 8, 1, 2, 0, TicketPriority.Normal, "Shared calendar shows the wrong time zone",
            "Meetings appear one hour late since the weekend.",
            story => { story.MoveTo(8, TicketState.InWork); story.Note(30, "Calendar was created with zone UTC; changed to Europe/Berlin."); story.MoveTo(31, TicketState.Solved); }),
        new(TimeSpan.FromDays(3), 5, 0, 0, 0, TicketPriority.Normal, "VPN-Client lässt sich nicht installieren",
            "Meldung: eine ältere Version ist noch vorhanden. Braucht den Zugang für die Bibliothek.",
            story => { story.MoveTo(5, TicketState.InWork); story.Note(25, "Alte Version entfernt, neue installiert, Verbindung geprüft."); story.MoveTo(26, TicketState.Solved); }),
    ];
}
