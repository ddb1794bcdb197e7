using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ServiceDesk.Web.Features.Reports;

/// <summary>Says things in the reader's language, and times in the institution's zone.</summary>
public sealed class ReportWords(IStringLocalizer<ReportTexts> texts, TimeZoneInfo zone)
{
    /// <summary>The language the texts really are in, which is not always the one that was asked for.</summary>
    public CultureInfo Language => CultureInfo.GetCultureInfo(texts["Language"]);

    /// <exception cref="InvalidOperationException">There is no such text.</exception>
    public string this[string name, params object[] values]
    {
        get
        {
            LocalizedString text = values.Length == 0 ? texts[name] : texts[name, values];
            return text.ResourceNotFound ? throw new InvalidOperationException($"There is no text '{name}'.") : text.Value;
        }
    }

    /// <summary>The text <c>Type_Value</c>, for example <c>TicketState_Solved</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"{typeof(T).Name}_{value}"];

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

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
}
