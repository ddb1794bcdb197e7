namespace ServiceDesk.Web.Features.Accounts.People;

/// <summary>A fresh one-time link, shown once.</summary>
public sealed record NewLink(string Person, string Address, DateTimeOffset Expires);
