using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ServiceDesk.Web.Hosting;

namespace ServiceDesk.Web.Components;

/// <summary>Says times as people do, in the desk's own zone and the reader's language: "today 14:30", "Mon 23 Nov, 09:12".</summary>
public sealed class DeskTimes(IOptions<DeskOptions> options, TimeProvider time, IStringLocalizer<ShellTexts> texts)
{
    private readonly TimeZoneInfo _zone = options.Value.Zone;

    public string Say(DateTimeOffset at)
    {
        DateTime there = Local(at);
        string clock = there.ToString("HH:mm", CultureInfo.InvariantCulture);
        DateTime today = Local(time.GetUtcNow()).Date;
        return (there.Date - today).Days switch
        {
            0 => texts["Today", clock],
            -1 => texts["Yesterday", clock],
            1 => texts["Tomorrow", clock],
            _ => Spelt(there, there.Year == today.Year ? "PatternThisYear" : "PatternOtherYear"),
        };
    }

    /// <summary>Everything, for the hover text and for records.</summary>
    public string SayFully(DateTimeOffset at) => $"{Spelt(Local(at), "PatternFull")} ({Offset(at)})";

    /// <summary>The wall clock of the desk.</summary>
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).DateTime;

    /// <summary>The moment of a wall clock time. In the hour that a clock change skips, the clock that was not put forward counts.</summary>
    public DateTime Utc(DateTime there)
    {
        DateTime plain = DateTime.SpecifyKind(there, DateTimeKind.Unspecified);
        return _zone.IsInvalidTime(plain)
            ? TimeZoneInfo.ConvertTimeToUtc(plain.AddHours(-1), _zone).AddHours(1)
            : TimeZoneInfo.ConvertTimeToUtc(plain, _zone);
    }

    private string Spelt(DateTime there, string pattern) => there.ToString(texts[pattern], CultureInfo.CurrentUICulture);

    private string Offset(DateTimeOffset at)
    {
        TimeSpan offset = _zone.GetUtcOffset(at);
        return $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }
}
