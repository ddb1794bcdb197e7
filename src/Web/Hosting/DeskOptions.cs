using ServiceDesk.Data;

namespace ServiceDesk.Web.Hosting;

/// <summary>Section <c>Desk</c> of the configuration. Every value has a working default.</summary>
public sealed class DeskOptions
{
    public const string Section = "Desk";

    /// <summary>Address at which customers and colleagues reach the desk, e.g. <c>https://desk.example.org</c>; null: the address bound at start.</summary>
    public string? PublicOrigin { get; init; }

    /// <summary>The institution's name as customers read it.</summary>
    public string Institution { get; init; } = "ServiceDesk";

    /// <summary>IANA zone in which dates are said.</summary>
    public string HomeZone { get; init; } = "Europe/Berlin";

    /// <summary>Directory of the embedded database and of the keys that protect cookies.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Directory of the agent programs that customers download.</summary>
    public string Agents { get; init; } = "agents";

    /// <summary>Whether the demo people and tickets exist. Never set on a real desk.</summary>
    public bool Demo { get; init; }

    /// <summary>Addresses of reverse proxies whose X-Forwarded headers are believed; others' are ignored.</summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Connections that one network address may hold at once; a whole institution may share one address.</summary>
    public int ConnectionsPerAddress { get; init; } = 1_000;

    public DatabaseSection Database { get; init; } = new();

    public DatabaseOptions DatabaseOptions => Database.ConnectionString is { } connection
        ? new DatabaseOptions(Database.Provider, connection)
        : DatabaseOptions.SqliteFile(Path.Combine(Data, "servicedesk.db"));

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(HomeZone);

    public sealed class DatabaseSection
    {
        public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
        public string? ConnectionString { get; init; }
    }
}
