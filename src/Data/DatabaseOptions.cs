using Microsoft.Data.Sqlite;

namespace ServiceDesk.Data;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Which database the desk keeps its records in.</summary>
/// <param name="Provider">SQLite is embedded; PostgreSQL is for more than one node.</param>
/// <param name="ConnectionString">ADO.NET connection string of that provider.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The embedded database in one file. Its folder must exist.</summary>
    public static DatabaseOptions SqliteFile(string path) =>
        new(DatabaseProvider.Sqlite, new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString());
}
