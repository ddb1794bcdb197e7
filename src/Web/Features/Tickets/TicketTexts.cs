namespace ServiceDesk.Web.Features.Tickets;

/// <summary>Names the texts of this feature: TicketTexts.resx and TicketTexts.de.resx.</summary>
public sealed class TicketTexts;
