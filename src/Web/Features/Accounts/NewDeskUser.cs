using ServiceDesk.Data.Accounts;

namespace ServiceDesk.Web.Features.Accounts;

internal static class NewDeskUser
{
    public static DeskUser Named(string displayName, string name)
    {
        string trimmed = displayName.Trim();
        return new DeskUser
        {
            Id = Guid.CreateVersion7(),
            UserName = name.Trim(),
            DisplayName = trimmed,
            Initials = Initials.Of(trimmed),
            LockoutEnabled = true,
        };
    }
}
