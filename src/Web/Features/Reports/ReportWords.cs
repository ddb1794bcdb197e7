using System.Globalization;
using Microsoft.Extensions.Localization;
using ServiceDesk.Domain.Policies;
using ServiceDesk.Domain.RemoteSessions;
using ServiceDesk.Web.Features.RemoteSessions;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>Says things in the reader's language, and times in the institution's zone.</summary>
public sealed class ReportWords(IStringLocalizer<ReportTexts> texts, IStringLocalizer<RemoteSessionsTexts> record, TimeZoneInfo zone)
{
    /// <summary>The language the texts really are in, which is not always the one that was asked for.</summary>
    public CultureInfo Language => CultureInfo.GetCultureInfo(texts["Language"]);

    /// <exception cref="InvalidOperationException">There is no such text.</exception>
    public string this[string name, params object[] values] => Found(values.Length == 0 ? texts[name] : texts[name, values]);

    /// <summary>The text <c>Type_Value</c>, for example <c>TicketState_Solved</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}_{value}"];

    /// <summary>What is said of a session is said in the words of the desk's pages.</summary>
    public string Of(SessionEnd end) => Found(record[$"End_{end}"]);

    public string Of(SessionEventKind kind) => Found(record[$"Event_{kind}"]);

    public string Of(PolicyKind kind) => Found(record[$"Kind_{kind}"]);

    public string When(DateTime utc) => Local(utc).ToString(this["DateAndTime"], CultureInfo.InvariantCulture);

    /// <summary>The end without its date if it is the same day.</summary>
    public string Between(DateTime from, DateTime until)
    {
        bool sameDay = Local(from).Date == Local(until).Date;
        return sameDay ? $"{When(from)}–{Local(until):HH:mm}" : $"{When(from)} – {When(until)}";
    }

    public string HowLong(TimeSpan time) => time switch
    {
        { Ticks: <= 0 } => this["Never"],
        { TotalMinutes: < 1 } => $"{time.Seconds}\u00A0s",
        { TotalHours: < 1 } => $"{time.Minutes}\u00A0min {time.Seconds:00}\u00A0s",
        _ => $"{(int)time.TotalHours}\u00A0h {time.Minutes:00}\u00A0min",
    };

    private static string Found(LocalizedString text) =>
        text.ResourceNotFound ? throw new InvalidOperationException($"There is no text '{text.Name}'.") : text.Value;

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
}
