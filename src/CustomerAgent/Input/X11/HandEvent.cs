namespace ServiceDesk.CustomerAgent.Input.X11;

/// <summary>Something done to mouse or keyboard, by a hand or by a program.</summary>
/// <param name="Detail">Keycode, number of the button, or the pointer's x.</param>
/// <param name="Y">The pointer's y; else 0.</param>
internal readonly record struct HandEvent(HandEventKind Kind, int Detail, int Y = 0);

/// <summary>What a <see cref="HandEvent"/> is. Letting go of something counts as nothing.</summary>
internal enum HandEventKind
{
    Move,
    Button,
    Key,
}
