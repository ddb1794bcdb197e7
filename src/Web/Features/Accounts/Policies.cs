using Microsoft.AspNetCore.Authorization;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Names for <c>[Authorize(Policy = …)]</c>. Who lacks the role gets "not found", never "forbidden".</summary>
public static class Policies
{
    /// <summary>May work on tickets: consultants, and supervisors of their team. An administrator alone may not read tickets.</summary>
    public const string Consultant = "Consultant";
    public const string Supervisor = "Supervisor";
    public const string Administrator = "Administrator";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Consultant, policy => policy.RequireRole(DeskRoles.Consultant, DeskRoles.Supervisor));
        options.AddPolicy(Supervisor, policy => policy.RequireRole(DeskRoles.Supervisor));
        options.AddPolicy(Administrator, policy => policy.RequireRole(DeskRoles.Administrator));
    }
}
