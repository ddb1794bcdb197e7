namespace ServiceDesk.CustomerAgent.Screens;

/// <summary>Something on the desktop that can be shown alone.</summary>
/// <param name="Place">A monitor's place; null for a window.</param>
/// <param name="Title">A window's title, which never leaves this computer; empty for a monitor.</param>
/// <param name="Program">A window's number; 0 for a monitor.</param>
internal sealed record Showable(Area? Place, string Title, nuint Program);
