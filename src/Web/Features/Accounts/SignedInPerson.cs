using System.Security.Claims;

namespace ServiceDesk.Web.Features.Accounts;

/// <summary>What features ask of the signed-in person.</summary>
public static class SignedInPerson
{
    extension(ClaimsPrincipal person)
    {
        /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
        public Guid DeskUserId => Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id)
            ? id
            : throw new InvalidOperationException("Nobody is signed in.");

        public string DisplayName => DeskClaims.DisplayNameOf(person) ?? "";

        public string Initials => DeskClaims.InitialsOf(person) ?? "";

        public bool IsConsultant => person.IsInRole(DeskRoles.Consultant) || person.IsInRole(DeskRoles.Supervisor);

        public bool IsSupervisor => person.IsInRole(DeskRoles.Supervisor);

        public bool IsAdministrator => person.IsInRole(DeskRoles.Administrator);
    }
}
