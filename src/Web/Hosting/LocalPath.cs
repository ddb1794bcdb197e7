namespace ServiceDesk.Web.Hosting;

/// <summary>Guards redirects: only a path on this desk, never another site.</summary>
public static class LocalPath
{
    public static string OrHome(string? candidate) => IsLocal(candidate) ? candidate! : "/";

    /// <summary>True for <c>/tickets/K5-204?x=1</c>; false for <c>//host</c>, <c>/\host</c>, <c>https:host</c> and anything with control characters.</summary>
    public static bool IsLocal(string? candidate) =>
        candidate is ['/', ..]
        && candidate is not ['/', '/' or '\\', ..]
        && !candidate.Any(char.IsControl);
}
