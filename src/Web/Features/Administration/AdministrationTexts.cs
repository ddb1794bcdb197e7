namespace ServiceDesk.Web.Features.Administration;

/// <summary>Marker of AdministrationTexts.resx.</summary>
public sealed class AdministrationTexts;
