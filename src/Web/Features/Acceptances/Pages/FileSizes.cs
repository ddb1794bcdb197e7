using System.Globalization;

namespace ServiceDesk.Web.Features.Acceptances.Pages;

/// <summary>Sizes and systems as people say them.</summary>
internal static class FileSizes
{
    public static string Say(long bytes) => (bytes / 1_000_000.0).ToString("0.0", CultureInfo.CurrentUICulture) + " MB";

    public static string SystemOf(AgentFile file) => file.Platform.StartsWith("win", StringComparison.Ordinal) ? "Windows" : "Linux";
}
