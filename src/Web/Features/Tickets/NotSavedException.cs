namespace ServiceDesk.Web.Features.Tickets;

/// <summary>The database refused, or could not be reached: nothing of the act is kept, and what was typed is still on the page.</summary>
public sealed class NotSavedException(Exception cause) : Exception("Nothing was saved.", cause);
