using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDesk.Data;

/// <summary>
/// All times are UTC: PostgreSQL insists on it, and SQLite forgets it when it reads.
/// A time of another kind is refused on both, or its meaning would depend on the zone of the machine.
/// </summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    written => Checked(written),
    read => DateTime.SpecifyKind(read, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime written) => written.Kind == DateTimeKind.Utc
        ? written
        : throw new ArgumentException($"Only UTC is stored, and this time is {written.Kind}.", nameof(written));
}
