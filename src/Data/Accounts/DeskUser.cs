using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Data.Accounts;

/// <summary>A person of the desk who can sign in.</summary>
public sealed class DeskUser : IdentityUser<Guid>
{
    /// <summary>The name that customers hear and see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Two or three letters for lists.</summary>
    public string Initials { get; set; } = "";

    /// <summary>A person who has left cannot sign in, but the history keeps the name.</summary>
    public bool IsDisabled { get; set; }
}
