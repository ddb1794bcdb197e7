namespace ServiceDesk.CustomerAgent.Screens.Masking;

/// <summary>A window that can be seen, with the frame that a window manager may have put round it.</summary>
/// <param name="Id">The outermost window's number.</param>
/// <param name="Area">Where it is, border and frame included.</param>
/// <param name="IsOwn">The agent's own: never in a picture.</param>
/// <param name="Program">Number of the program's window inside; <see cref="Id"/> where there is no frame.</param>
internal readonly record struct DesktopWindow(nuint Id, Area Area, bool IsOwn, nuint Program);
