namespace ServiceDesk.Web.Components;

/// <summary>Marker of ShellTexts.resx: words of the shell and of the small components that every feature uses.</summary>
public sealed class ShellTexts;
