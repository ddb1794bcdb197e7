namespace ServiceDesk.Remote.Screen;

/// <summary>Pixels that lie elsewhere now.</summary>
internal readonly record struct Move(Patch To, int FromX, int FromY);
