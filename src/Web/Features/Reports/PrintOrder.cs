namespace ServiceDesk.Web.Features.Reports;

/// <summary>Who prints, when and where.</summary>
/// <param name="At">UTC.</param>
/// <param name="Zone">The zone in which all times of the document are written.</param>
public sealed record PrintOrder(string Institution, string PrintedBy, DateTime At, TimeZoneInfo Zone);
