namespace ServiceDesk.Domain.Tests;

/// <summary>A Monday morning at the desk.</summary>
internal static class Times
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static DateTime Minute(double minutes) => Start.AddMinutes(minutes);
}
