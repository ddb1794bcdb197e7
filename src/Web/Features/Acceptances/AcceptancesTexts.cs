namespace ServiceDesk.Web.Features.Acceptances;

/// <summary>Marks the words of the customer pages.</summary>
public sealed class AcceptancesTexts;
