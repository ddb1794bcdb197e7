using System.Globalization;

namespace ServiceDesk.Remote.Rs1;

/// <summary>What is said about a close code, in both languages, and what can follow. The viewer's table is <c>rs1/close-codes.js</c>.</summary>
/// <param name="Code">The code.</param>
/// <param name="Next">What the person can do.</param>
/// <param name="IsAlarm">The desk is told, and nobody should simply try again.</param>
/// <param name="German">The text. <c>{0}</c> is who ended, or minutes.</param>
/// <param name="English">The text. <c>{0}</c> is who ended, or minutes.</param>
public sealed record CloseCodes(CloseCode Code, AfterClose Next, bool IsAlarm, string German, string English)
{
    /// <summary>Every code.</summary>
    public static IReadOnlyList<CloseCodes> All { get; } =
    [
        new(CloseCode.Malformed, AfterClose.NewChannel, false,
            "Verbindung gestört – bitte neu beginnen", "Connection disturbed – please start again"),
        new(CloseCode.Token, AfterClose.NewChannel, false,
            "Code ungültig oder abgelaufen", "Code not valid, or expired"),
        new(CloseCode.Role, AfterClose.Nothing, false,
            "Keine Berechtigung", "Not allowed"),
        new(CloseCode.TimedOut, AfterClose.NewChannel, false,
            "Zeit abgelaufen", "Time is up"),
        new(CloseCode.ContextChanged, AfterClose.ReadAgain, false,
            "Text wurde aktualisiert – bitte erneut lesen", "The text was updated – please read it again"),
        new(CloseCode.Ended, AfterClose.Nothing, false,
            "Sitzung beendet (von {0})", "Session ended (by {0})"),
        new(CloseCode.SecondParticipant, AfterClose.NewChannel, true,
            "Kanal bereits benutzt – Code ist ungültig geworden", "Channel already in use – the code is no longer valid"),
        new(CloseCode.Version, AfterClose.LoadAgain, false,
            "Programm veraltet – neu laden", "Program out of date – load it again"),
        new(CloseCode.Rate, AfterClose.Wait, false,
            "Zu viele Versuche – in {0} Minuten", "Too many tries – again in {0} minutes"),
        new(CloseCode.SecurityCheck, AfterClose.NewChannel, true,
            "Sicherheitsprüfung fehlgeschlagen – nicht fortfahren, Hotline fragen",
            "Security check failed – do not go on, ask the hotline"),
    ];

    /// <summary>The row of a code.</summary>
    public static CloseCodes Of(CloseCode code) => All.Single(row => row.Code == code);

    /// <summary>The text, with <paramref name="detail"/> in its place if it has one.</summary>
    public string Say(bool german, string detail = "") =>
        string.Format(CultureInfo.InvariantCulture, german ? German : English, detail);
}
