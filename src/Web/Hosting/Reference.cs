using System.Diagnostics;

namespace ServiceDesk.Web.Hosting;

/// <summary>Eight letters that tie what a person saw to what the log holds.</summary>
public static class Reference
{
    public static string Of(Activity activity) => activity.TraceId.ToHexString()[..8];

    public static string Of(HttpContext? context) => Activity.Current is { } activity ? Of(activity) : context?.TraceIdentifier ?? "none";

    public static string Fresh() => ActivityTraceId.CreateRandom().ToHexString()[..8];
}
