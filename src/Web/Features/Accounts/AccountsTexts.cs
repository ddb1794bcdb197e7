namespace ServiceDesk.Web.Features.Accounts;

/// <summary>Marker of AccountsTexts.resx.</summary>
public sealed class AccountsTexts;
