using ServiceDesk.CustomerAgent.Screens.Masking;
using ServiceDesk.Remote.Joining;
using ServiceDesk.Remote.Wire.Messages;

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
    public string WhatWillBeSeen(Choice choice) => choice switch
    {
        OneMonitor => Say(
            "Nur der gewählte Monitor ist dann zu sehen: Bitte schließen Sie dort zuerst private Fenster. Maus und Tastatur bleiben bei Ihnen.",
            "Only the monitor you chose will be seen: please close private windows there first. Mouse and keyboard stay yours."),
        SomeWindows { Programs.Count: 0 } => Say(
            "Es ist dann nichts zu sehen, denn kein Fenster ist gewählt. Maus und Tastatur bleiben bei Ihnen.",
            "Nothing will be seen, for no window is chosen. Mouse and keyboard stay yours."),
        SomeWindows => Say(
            "Nur die gewählten Fenster sind dann zu sehen, alles andere bleibt grau. Maus und Tastatur bleiben bei Ihnen.",
            "Only the windows you chose will be seen, all else stays grey. Mouse and keyboard stay yours."),
        _ => Say(
            "Bitte schließen Sie zuerst private Fenster: Alles auf dem Bildschirm ist dann zu sehen. Maus und Tastatur bleiben bei Ihnen.",
            "Please close private windows first: everything on the screen will be seen. Mouse and keyboard stay yours."),
    };

    public string EndAnyTime(string? hotKey) => hotKey is null
        ? Say("Sie können jederzeit beenden.", "You can end it at any time.")
        : Say($"Sie können jederzeit beenden, auch mit {hotKey}.", $"You can end it at any time, also with {hotKey}.");
    public string AllowViewing => Say("Sehen erlauben", "Allow viewing");
    public string NoEnd => Say("Nein, beenden", "No, end");

    // Show only this
    public string ShowOnly => Say("Nur dies zeigen…", "Show only this…");
    public string WhatToShow(string consultant) => Say($"Was soll {consultant} sehen?", $"What shall {consultant} see?");
    public string WholeScreen => Say("Den ganzen Bildschirm", "The whole screen");
    public string Monitor(int number, int width, int height) => Say(
        $"Nur Monitor {number} ({width} × {height})", $"Only monitor {number} ({width} × {height})");
    public string Preview => Say("So wird es zu sehen sein, alles andere bleibt grau:", "This is what will be seen, all else stays grey:");
    public string ShowThis => Say("Das zeigen", "Show this");
    public string Back => Say("Zurück", "Back");

    // Verification
    public string WaitFor(string consultant) => Say($"Einen Moment: Warten auf {consultant}", $"One moment: waiting for {consultant}");
    public string NumberComes(string consultant) => Say(
        $"Sobald {consultant} bereit ist, bekommen Sie am Telefon sechs Ziffern vorgelesen. Bis dahin ist nichts zu sehen.",
        $"As soon as {consultant} is ready, six digits are read to you on the phone. Nothing can be seen before that.");
    public string TypeNumber(string consultant) => Say(
        $"Bitte tippen Sie die sechs Ziffern, die {consultant} Ihnen vorliest", $"Please type the six digits that {consultant} reads to you");
    public string WhyNumber => Say(
        "Nur wenn niemand dazwischensitzt, stimmen sie. Tippen Sie nur, was Sie am Telefon hören.",
        "They are right only if nobody sits in between. Type only what you hear on the phone.");
    public string SetUpAnew => Say(
        "Die Verbindung wurde neu aufgebaut. Eine frühere Zahl gilt nicht mehr.", "The connection was set up anew. An earlier number does not count any more.");
    public string NotSixDigits => Say("Es müssen sechs Ziffern sein.", "It has to be six digits.");
    public string NumberWrong(int triesLeft) => triesLeft == 1
        ? Say("Das ist nicht die Zahl. Noch ein Versuch.", "That is not the number. One try left.")
        : Say($"Das ist nicht die Zahl. Noch {triesLeft} Versuche.", $"That is not the number. {triesLeft} tries left.");
    public string TimeLeft(int minutes, int seconds) => Say($"Noch {minutes}:{seconds:00} Minuten Zeit.", $"{minutes}:{seconds:00} minutes left.");
    public string Verified => Say("Geprüft: Niemand sitzt dazwischen.", "Verified: nobody sits in between.");

    public string Doubtful(SessionDoubt doubt, string host) => doubt == SessionDoubt.OtherDesk
        ? Say(
            $"Diese Sitzung gehört nicht zu {host}. Bitte machen Sie nicht weiter und fragen Sie die Hotline.",
            $"This session does not belong to {host}. Please do not go on, and ask the hotline.")
        : Say(
            "Der Text dieser Sitzung ist nicht der, dem Sie zugestimmt haben. Bitte machen Sie nicht weiter und fragen Sie die Hotline.",
            "The text of this session is not the one you accepted. Please do not go on, and ask the hotline.");

    // Grants
    public string Wants(Grants wish, string consultant) => wish switch
    {
        Grants.Control => Say($"{consultant} möchte Maus und Tastatur benutzen", $"{consultant} would like to use mouse and keyboard"),
        Grants.ClipboardToConsultant => Say($"{consultant} möchte Ihre Zwischenablage lesen", $"{consultant} would like to read your clipboard"),
        Grants.ClipboardToCustomer => Say(
            $"{consultant} möchte Text in Ihre Zwischenablage legen", $"{consultant} would like to put text on your clipboard"),
        Grants.FileToCustomer => Say($"{consultant} möchte Ihnen eine Datei senden", $"{consultant} would like to send you a file"),
        _ => WantsToSee(consultant),
    };

    public string WhatItMeans(Grants wish) => wish switch
    {
        Grants.Control => Say(
            "Sie sehen alles, was geschieht. Mit „Steuerung zurücknehmen“ oben auf dem Bildschirm ist es sofort vorbei.",
            "You see everything that happens. “Take control back” at the top of the screen stops it at once."),
        Grants.ClipboardToConsultant => Say(
            "Um jeden Text wird einzeln gebeten, und Sie sehen ihn, bevor er geht. Ein Klick oben auf dem Bildschirm nimmt es zurück.",
            "Each text is asked for by itself, and you see it before it goes. One click at the top of the screen takes it back."),
        Grants.ClipboardToCustomer => Say(
            "Sie sehen jeden Text vorher und sagen Ja oder Nein. Ein Klick oben auf dem Bildschirm nimmt es zurück.",
            "You see each text first and say yes or no. One click at the top of the screen takes it back."),
        Grants.FileToCustomer => Say(
            "Von Ihrem Rechner wird nichts geholt. Ein Klick oben auf dem Bildschirm nimmt es zurück.",
            "Nothing is fetched from your computer. One click at the top of the screen takes it back."),
        _ => WhatWillBeSeen(Choice.Everything),
    };

    public string Allow(Grants wish) => wish switch
    {
        Grants.Control => Say("Steuern erlauben", "Allow control"),
        Grants.View => AllowViewing,
        _ => Say("Erlauben", "Allow"),
    };

    public string Held(Grants grant) => grant switch
    {
        Grants.ClipboardToConsultant => Say("Zwischenablage lesen", "Reads the clipboard"),
        Grants.ClipboardToCustomer => Say("Text einlegen", "Puts text"),
        Grants.FileToCustomer => Say("Dateien senden", "Sends files"),
        Grants.Control => Say("Steuern", "Controls"),
        _ => Say("Sehen", "Sees"),
    };

    public string WantsToPutText(string consultant) => Say(
        $"{consultant} möchte diesen Text in Ihre Zwischenablage legen", $"{consultant} would like to put this text on your clipboard");
    public string PutTextMeans => Say(
        "Er ersetzt, was Sie selbst kopiert haben. Fügen Sie ihn nur ein, wenn Sie wissen, was er bewirkt.",
        "It takes the place of what you have copied yourself. Paste it only if you know what it does.");
    public string PutText => Say("Einlegen", "Put it there");
    public string SendThisText(string consultant) => Say($"Diesen Text an {consultant} senden?", $"Send this text to {consultant}?");
    public string SendTextMeans => Say(
        "Er steht in Ihrer Zwischenablage. Ist ein Passwort dabei, sagen Sie Nein.",
        "It is on your clipboard. If there is a password in it, say no.");
    public string SendText => Say("Senden", "Send it");

    public string TakeThisBack => Say("Zurücknehmen", "Take this back");
    public string StillControl(string consultant) => Say(
        $"Darf {consultant} Maus und Tastatur weiter benutzen?", $"May {consultant} go on using mouse and keyboard?");
    public string ControlRunsOut => Say(
        "Ihre Erlaubnis gilt eine halbe Stunde, danach werden Sie wieder gefragt.",
        "Your permission holds for half an hour, then you are asked again.");
    public string KeepControl => Say("Weiter erlauben", "Go on allowing");
    public string FoundProblem(string consultant) => Say(
        $"{consultant} hat auf Ihrem Rechner ein Problem gefunden. Soll es weitergehen?",
        $"{consultant} found a problem on your computer. Shall it go on?");
    public string AskWhatWasFound => Say(
        "Fragen Sie am Telefon, was gefunden wurde. Die Steuerung ist zurückgenommen, das Bild steht. Bei Nein ist die Sitzung zu Ende.",
        "Ask on the phone what was found. Control has been taken back, the picture stands still. A no ends the session.");
    public string NoIn(int seconds) => Say(
        $"Ohne Antwort gilt in {seconds} Sekunden: Nein.", $"Without an answer it is a no in {seconds} seconds.");

    // Strip
    public string Word(StripState state) => state switch
    {
        StripState.Waiting => Say("WARTET", "WAITING"),
        StripState.Seen => Say("GESEHEN", "SEEN"),
        StripState.Controlled => Say("GESTEUERT", "CONTROLLED"),
        StripState.Paused => Say("ANGEHALTEN", "PAUSED"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public string ForYou(string ticket) => Say($"auf Ihre Antwort · {ticket}", $"for your answer · {ticket}");
    public string For(string consultant, string ticket) => Say($"auf {consultant} · {ticket}", $"for {consultant} · {ticket}");
    public string By(string consultant, string ticket) => Say($"von {consultant} · {ticket}", $"by {consultant} · {ticket}");

    public string Rests(PauseReason reason) => reason switch
    {
        PauseReason.HandOnMouse => Say("Ihre Hand ist an der Maus", "your hand is on the mouse"),
        PauseReason.ProblemFound => Say("Sie werden gefragt", "you are being asked"),
        _ => Say("niemand sieht Ihren Bildschirm", "nobody sees your screen"),
    };

    public string LineSilent => Say("die Gegenseite ist still", "the other side is silent");
    public string LineLostFor(int seconds) => Say(
        $"Leitung weg, Suche noch {seconds} s", $"line lost, looking {seconds} s more");

    public string Pause => Say("Anhalten", "Pause");
    public string GoOn => Say("Weiter", "Go on");
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
        SessionEndReason.NumberWrong => Say(
            "Dreimal war es nicht die vorgelesene Zahl. Die Sitzung ist beendet.", "Three times it was not the number read out. The session has ended."),
        SessionEndReason.SecurityFailed => Say(
            "Die Sicherheitsprüfung ist fehlgeschlagen, die Sitzung ist beendet.", "The security check has failed, the session has ended."),
        SessionEndReason.TimedOut => Say("Die Zeit ist abgelaufen, die Sitzung ist beendet.", "Time is up, the session has ended."),
        SessionEndReason.TextChanged => Say(
            "Beide Seiten haben nicht denselben Text. Die Sitzung ist beendet.", "The two sides do not have the same text. The session has ended."),
        SessionEndReason.ServerEnded => Say("Der Service-Desk hat die Sitzung beendet.", "The service desk has ended the session."),
        _ => Say("Die Verbindung war gestört, die Sitzung ist beendet.", "There was a fault on the line, the session has ended."),
    };

    public string? Advice(SessionEndReason reason) => reason switch
    {
        SessionEndReason.NumberWrong or SessionEndReason.SecurityFailed => Say(
            "Bitte machen Sie nicht weiter und fragen Sie Ihre Hotline, unter der Nummer, die Sie schon kennen.",
            "Please do not go on, and ask your hotline, at the number you already know."),
        SessionEndReason.TextChanged => Say(
            "Bitte lesen Sie den Text auf der Seite noch einmal und stimmen Sie neu zu.", "Please read the text on the page again and accept it anew."),
        SessionEndReason.TimedOut or SessionEndReason.ProtocolError => Say(
            "Mit einem neuen Kanal, neun neuen Ziffern, kann es noch einmal beginnen.", "With a new channel, nine new digits, it can begin again."),
        _ => null,
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
