namespace ServiceDesk.Web.Features.Reports;

/// <summary>Names the texts of the reports, <c>ReportTexts.resx</c> and <c>ReportTexts.de.resx</c>.</summary>
public sealed class ReportTexts;
