using Microsoft.Extensions.Localization;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Lengths and counts as people say them: "11 min", seconds below a minute, "once", "2 times".</summary>
internal static class SessionTimes
{
    public static string Say(TimeSpan length, IStringLocalizer<RemoteSessionsTexts> texts) => length < TimeSpan.FromMinutes(1)
        ? texts["Seconds", Math.Max(1, (int)length.TotalSeconds)]
        : texts["Minutes", (int)Math.Round(length.TotalMinutes)];

    /// <summary>The text <paramref name="what"/> for several times, <c>what_Once</c> for one.</summary>
    public static string Times(int times, string what, IStringLocalizer<RemoteSessionsTexts> texts) =>
        times == 1 ? texts[$"{what}_Once"] : texts[what, times];
}
