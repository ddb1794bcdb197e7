using Microsoft.Extensions.Localization;

namespace ServiceDesk.Web.Features.RemoteSessions;

/// <summary>Lengths as people say them: "11 min", and seconds below a minute.</summary>
internal static class SessionTimes
{
    public static string Say(TimeSpan length, IStringLocalizer<RemoteSessionsTexts> texts) => length < TimeSpan.FromMinutes(1)
        ? texts["Seconds", Math.Max(1, (int)length.TotalSeconds)]
        : texts["Minutes", (int)Math.Round(length.TotalMinutes)];
}
