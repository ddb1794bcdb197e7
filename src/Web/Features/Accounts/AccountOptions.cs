namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Section <c>Desk:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Desk:Accounts";

    public TimeSpan CircuitCheckEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Sign-in attempts a minute from one network address; a whole desk behind one router signs in at eight.</summary>
    public int SignInsPerMinute { get; init; } = 60;
}
