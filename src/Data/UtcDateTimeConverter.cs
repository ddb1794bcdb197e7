using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceDesk.Data;

/// <summary>All times are UTC: PostgreSQL insists on it, and SQLite forgets it when it reads.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    written => written.Kind == DateTimeKind.Utc ? written : written.ToUniversalTime(),
    read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
