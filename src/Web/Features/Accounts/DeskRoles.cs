namespace ServiceDesk.Web.Features.Accounts;

/// <summary>The three roles as stored. A person may have several.</summary>
public static class DeskRoles
{
    public const string Consultant = "consultant";
    public const string Supervisor = "supervisor";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [Consultant, Supervisor, Administrator];
}
