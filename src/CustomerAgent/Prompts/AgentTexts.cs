using ServiceDesk.Remote.Joining;

namespace ServiceDesk.CustomerAgent.Prompts;

/// <summary>
/// Everything the agent says, both languages side by side. Spoken and calm; the customer may be nervous and on the phone.
/// </summary>
internal sealed class AgentTexts(bool german)
{
    public bool German { get; } = german;

    public string StripTitle => Say("ServiceDesk – Sitzung", "ServiceDesk – session");

    // Start
    public string DidYouCall => Say("Haben Sie selbst bei uns angerufen?", "Did you call us yourself?");
    public string WhatItDoes => Say(
        "Mit diesem Programm zeigen Sie Ihren Bildschirm der Person am Telefon. Bitte machen Sie nur weiter, wenn Sie selbst angerufen haben.",
        "With this program you show your screen to the person on the phone. Please go on only if you made the call yourself.");
    public string NothingYet => Say("Niemand sieht etwas, bevor Sie es erlauben.", "Nobody sees anything before you allow it.");
    public string Yes => Say("Ja", "Yes");
    public string No => Say("Nein", "No");

    // Not called
    public string HangUp => Say("Dann legen Sie bitte auf.", "Then please hang up.");
    public string WeNeverCall => Say(
        "Wir rufen niemanden von uns aus an, um auf einen Bildschirm zu sehen. Es ist nichts geschehen, niemand hat Ihren Bildschirm gesehen.",
        "We never ring people up to look at their screen. Nothing has happened, nobody has seen your screen.");
    public string HowToReport => Say(
        "Bitte melden Sie den Anruf Ihrem Service-Desk. Wählen Sie dafür die Nummer, die Sie schon kennen, nicht die aus dem Anruf.",
        "Please report the call to your service desk. Use the number you already know, not the one from the call.");
    public string Close => Say("Schließen", "Close");

    // Channel
    public string YourChannel => Say("Ihr Kanal", "Your channel");
    public string TypeDigits => Say(
        "Bitte geben Sie die neun Ziffern ein, die Sie am Telefon gehört haben.",
        "Please type the nine digits you heard on the phone.");
    public string CheckDigits => Say(
        "Sind das die neun Ziffern, die Sie am Telefon gehört haben?",
        "Are these the nine digits you heard on the phone?");
    public string Continue => Say("Weiter", "Continue");
    public string Stop => Say("Abbrechen", "Stop");
    public string OneMoment => Say("Einen Moment, der Service-Desk wird gefragt.", "One moment, the service desk is being asked.");
    public string DigitsWrong => Say(
        "Diese Ziffern passen nicht zusammen. Bitte lassen Sie sie sich noch einmal vorlesen.",
        "These digits do not fit together. Please have them read to you again.");

    public string Refused(JoinRefusal refusal) => refusal switch
    {
        JoinRefusal.UnknownChannel => Say(
            "Diesen Kanal gibt es nicht oder nicht mehr. Bitte fragen Sie am Telefon nach einem neuen.",
            "There is no such channel, or not any more. Please ask for a new one on the phone."),
        JoinRefusal.TextChanged => Say(
            "Der Text auf der Seite wurde inzwischen geändert. Bitte lesen Sie ihn dort noch einmal und stimmen Sie neu zu.",
            "The text on the page has been updated. Please read it there again and accept it anew."),
        JoinRefusal.OutdatedAgent => Say(
            "Dieses Programm ist veraltet. Bitte laden Sie es auf der Seite noch einmal herunter.",
            "This program is out of date. Please download it again from the page."),
        JoinRefusal.TooManyTries => Say(
            "Das waren zu viele Versuche. Bitte warten Sie ein paar Minuten.",
            "That was too many tries. Please wait a few minutes."),
        _ => Say(
            "Der Service-Desk kann im Moment keine Sitzung beginnen. Bitte versuchen Sie es gleich noch einmal.",
            "The service desk cannot start a session at the moment. Please try again shortly."),
    };

    public string NoLine => Say(
        "Die Verbindung kam nicht zustande. Bitte fragen Sie am Telefon nach einem neuen Kanal, neun neuen Ziffern.",
        "The connection could not be made. Please ask on the phone for a new channel, nine new digits.");

    public string Unreachable(string host) => Say(
        $"{host} ist nicht zu erreichen. Bitte prüfen Sie die Internetverbindung und versuchen Sie es noch einmal.",
        $"{host} cannot be reached. Please check the internet connection and try again.");

    public string Untrusted(string host) => Say(
        $"Die sichere Verbindung zu {host} kam nicht zustande. Bitte sagen Sie das am Telefon.",
        $"The secure connection to {host} could not be made. Please say so on the phone.");

    public string NoDesk(string host) => Say(
        $"Bei {host} antwortet kein Service-Desk. Bitte fragen Sie am Telefon nach der richtigen Datei.",
        $"There is no service desk at {host}. Please ask on the phone for the right file.");

    // Viewing
    public string WantsToSee(string consultant) => Say(
        $"{consultant} möchte Ihren Bildschirm sehen", $"{consultant} would like to see your screen");
    public string Ticket => Say("Ticket", "Ticket");
    public string Desk => Say("Service-Desk", "Service desk");
    public string Accepted => Say("Zugestimmt", "Accepted");
    public string Document(AcceptedDocument document) => Say(
        $"{document.Title} (Fassung {document.Version})", $"{document.Title} (version {document.Version})");
    public string PrivateWindows => Say(
        "Bitte schließen Sie zuerst private Fenster: Alles auf dem Bildschirm ist dann zu sehen. Maus und Tastatur bleiben bei Ihnen.",
        "Please close private windows first: everything on the screen will be seen. Mouse and keyboard stay yours.");
    public string EndAnyTime(string? hotKey) => hotKey is null
        ? Say("Sie können jederzeit beenden.", "You can end it at any time.")
        : Say($"Sie können jederzeit beenden, auch mit {hotKey}.", $"You can end it at any time, also with {hotKey}.");
    public string AllowViewing => Say("Sehen erlauben", "Allow viewing");
    public string NoEnd => Say("Nein, beenden", "No, end");

    // Control
    public string WantsToControl(string consultant) => Say(
        $"{consultant} möchte Maus und Tastatur benutzen", $"{consultant} would like to use mouse and keyboard");
    public string TakeBackAnyTime => Say(
        "Sie sehen alles, was geschieht. Mit „Steuerung zurücknehmen“ oben auf dem Bildschirm ist es sofort vorbei.",
        "You see everything that happens. “Take control back” at the top of the screen stops it at once.");
    public string AllowControl => Say("Steuern erlauben", "Allow control");
    public string NoIn(int seconds) => Say(
        $"Ohne Antwort gilt in {seconds} Sekunden: Nein.", $"Without an answer it is a no in {seconds} seconds.");

    // Strip
    public string Word(StripState state) => state switch
    {
        StripState.Waiting => Say("WARTET", "WAITING"),
        StripState.Seen => Say("GESEHEN", "SEEN"),
        StripState.Controlled => Say("GESTEUERT", "CONTROLLED"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public string By(StripState state, string consultant, string ticket) => state == StripState.Waiting
        ? Say($"auf Ihre Antwort · {ticket}", $"for your answer · {ticket}")
        : Say($"von {consultant} · {ticket}", $"by {consultant} · {ticket}");
    public string TakeBack => Say("Steuerung zurücknehmen", "Take control back");
    public string End => Say("Beenden", "End");

    // Last page
    public string Ended(SessionEndReason reason, string consultant) => reason switch
    {
        SessionEndReason.CustomerEnded => Say("Sie haben die Sitzung beendet.", "You have ended the session."),
        SessionEndReason.ConsultantEnded => Say($"{consultant} hat die Sitzung beendet.", $"{consultant} has ended the session."),
        SessionEndReason.CustomerDeclined => Say("Sie haben Nein gesagt.", "You said no."),
        SessionEndReason.LineLost => Say("Die Verbindung ist abgerissen, die Sitzung ist beendet.", "The line was lost, the session has ended."),
        SessionEndReason.TimeLimit => Say("Die Zeit für eine Sitzung ist um.", "The time for a session is over."),
        SessionEndReason.ServerEnded => Say("Der Service-Desk hat die Sitzung beendet.", "The service desk has ended the session."),
        _ => Say("Die Verbindung war gestört, die Sitzung ist beendet.", "There was a fault on the line, the session has ended."),
    };

    public string Failed(string kind) => Say(
        $"Das Programm hat einen Fehler gemacht, die Sitzung ist beendet ({kind}).",
        $"The program has made a mistake, the session has ended ({kind}).");

    public string NobodySees => Say(
        "Niemand sieht Ihren Bildschirm. Es wurde nichts aufgezeichnet und nichts installiert.",
        "Nobody sees your screen. Nothing was recorded and nothing was installed.");
    public string DeleteFile => Say("Diese Datei können Sie jetzt löschen:", "You can delete this file now:");
    public string ClosesIn(int seconds) => Say(
        $"Dieses Fenster schließt sich in {seconds} Sekunden.", $"This window closes by itself in {seconds} seconds.");

    // Cannot start
    public string NoDisplay => Say(
        "Hier ist kein Bildschirm zu finden. Bitte starten Sie das Programm auf dem Rechner, vor dem Sie sitzen.",
        "There is no screen here. Please start the program on the computer you are sitting at.");
    public string NoLibrary(string name) => Say(
        $"Auf diesem Rechner fehlt {name}. Bitte sagen Sie das am Telefon.",
        $"This computer lacks {name}. Please say so on the phone.");
    public string Wayland => Say(
        "Dieser Bildschirm kann noch nicht gezeigt werden (Wayland). Bitte melden Sie sich mit „Xorg“ an oder sagen Sie es am Telefon.",
        "This screen cannot be shown yet (Wayland). Please sign in with “Xorg”, or say so on the phone.");
    public string ScreenUnreadable => Say(
        "Dieser Bildschirm kann noch nicht gezeigt werden. Bitte sagen Sie das am Telefon.",
        "This screen cannot be shown yet. Please say so on the phone.");
    public string WindowsNotYet => Say(
        "Diese Fassung kann einen Windows-Bildschirm noch nicht zeigen. Bitte sagen Sie das am Telefon.",
        "This version cannot show a Windows screen yet. Please say so on the phone.");
    public string Elevated => Say(
        "Bitte starten Sie das Programm ohne Administratorrechte. Es braucht sie nicht.",
        "Please start the program without administrator rights. It does not need them.");
    public string Fault(string kind) => Say(
        $"Das Programm hat einen Fehler gemacht und ist beendet ({kind}). Niemand sieht Ihren Bildschirm.",
        $"The program has made a mistake and has ended ({kind}). Nobody sees your screen.");
    public string BadAddress(string address) => Say(
        $"Das ist keine Adresse eines Service-Desks: {address}", $"This is not the address of a service desk: {address}");

    private string Say(string german, string english) => German ? german : english;
}
