using static ServiceDesk.Data.Privacy.DataLife;
using static ServiceDesk.Data.Privacy.DataPurpose;

namespace ServiceDesk.Data.Privacy;

/// <summary>Everything the desk stores. A column that is not named here fails the build's tests: first the reason, then the column.</summary>
public static class DataInventory
{
    /// <summary>What no column may be named after, whatever the reason: the promise is that it is stored nowhere.</summary>
    public static IReadOnlyList<string> Forbidden { get; } =
    [
        "IpAddress", "RemoteAddress", "Host", "UserAgent", "Browser", "Screen", "Picture", "Frame", "Keystroke", "Clipboard",
        "FileName", "WindowTitle", "Process", "Machine", "Computer", "Device", "LoginName", "WindowsUser", "Location",
    ];

    public static IReadOnlyList<StoredColumn> Columns { get; } =
    [
        .. Of("People", Reference, WithTicket, "Id", "KnownSince"),
        .. Of("People", Contact, WithTicket, "Name", "NameKey", "Phone", "PhoneDigits", "Mail"),

        .. Of("Tickets", Reference, WithTicket, "Id", "MergedIntoId", "Version"),
        .. Of("Tickets", Contact, WithTicket, "CallerId"),
        .. Of("Tickets", Request, WithTicket, "Title", "QueueId", "Priority", "CatalogueItemId", "State"),
        .. Of("Tickets", Request, WithTicket, "CallbackFrom", "CallbackUntil", "OpenedAt", "UpdatedAt", "SolvedAt"),
        .. Of("Tickets", Responsibility, WithTicket, "OwnerId"),

        .. Of("Timeline", Reference, WithTicket, "Id", "TicketId", "SessionId"),
        .. Of("Timeline", Request, WithTicket, "Kind", "Visibility", "At", "Text", "Field", "OldId", "OldText", "NewId", "NewText"),
        .. Of("Timeline", Request, WithTicket, "StateAfter", "QueueAfter"),
        .. Of("Timeline", Responsibility, WithTicket, "AuthorId", "OwnerAfter"),

        .. Of("RemoteSessions", Reference, WithSession, "Id", "TicketId"),
        .. Of("RemoteSessions", Admission, DayAfterSession, "ChannelHash", "ChannelExpiresAt"),
        .. Of("RemoteSessions", SessionRecord, WithSession, "State", "RequestedAt", "PageOpenedAt", "AcceptedAt", "JoinedAt", "VerifiedAt", "StartedAt", "EndedAt"),
        .. Of("RemoteSessions", SessionRecord, WithSession, "LineLostAt", "LastSeenAt", "End", "AgentVersion", "BytesCarried"),
        .. Of("RemoteSessions", Consent, WithSession, "Granted"),
        .. Of("RemoteSessions", Responsibility, WithSession, "ConsultantId"),

        .. Of("GrantChanges", Reference, WithSession, "Id", "SessionId"),
        .. Of("GrantChanges", Consent, WithSession, "Grant", "Decision", "At"),

        .. Of("SessionEvents", Reference, WithSession, "Id", "SessionId"),
        .. Of("SessionEvents", SessionRecord, WithSession, "Kind", "At"),

        .. Of("Acceptances", Reference, WithSession, "Id", "SessionId"),
        .. Of("Acceptances", Consent, WithSession, "DocumentId", "Kind", "Version", "Locale", "Sha256", "ShownAt", "AcceptedAt"),

        .. Of("PolicyDocuments", Settings, WithDesk, "Id", "Kind", "Version", "Locale", "Title", "Body", "Sha256", "PublishedAt"),
        .. Of("Catalogue", Settings, WithDesk, "Id", "Name", "Category"),
        .. Of("Queues", Settings, WithDesk, "Id", "Name", "Key"),
        .. Of("QueueMembers", Responsibility, WithAccount, "QueueId", "PersonId"),

        .. Of("AspNetUsers", Responsibility, WithAccount, "Id", "DisplayName", "Initials", "IsDisabled"),
        .. Of("AspNetUsers", SignIn, WithAccount, "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PhoneNumber", "PhoneNumberConfirmed"),
        .. Of("AspNetUsers", SignIn, WithAccount, "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount"),
        .. Of("AspNetUserPasskeys", SignIn, WithAccount, "CredentialId", "UserId", "Data"),
        .. Of("AspNetUserLogins", SignIn, WithAccount, "LoginProvider", "ProviderKey", "ProviderDisplayName", "UserId"),
        .. Of("AspNetUserTokens", SignIn, WithAccount, "UserId", "LoginProvider", "Name", "Value"),
        .. Of("AspNetUserClaims", SignIn, WithAccount, "Id", "UserId", "ClaimType", "ClaimValue"),
        .. Of("AspNetUserRoles", SignIn, WithAccount, "UserId", "RoleId"),
        .. Of("AspNetRoles", Settings, WithDesk, "Id", "Name", "NormalizedName", "ConcurrencyStamp"),
        .. Of("AspNetRoleClaims", Settings, WithDesk, "Id", "RoleId", "ClaimType", "ClaimValue"),
    ];

    private static IEnumerable<StoredColumn> Of(string table, DataPurpose purpose, DataLife life, params string[] columns) =>
        columns.Select(column => new StoredColumn(table, column, purpose, life));
}
