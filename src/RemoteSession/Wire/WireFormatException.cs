namespace ServiceDesk.Remote.Wire;

/// <summary>
/// The other end sent bytes that are no message: the session ends with <see cref="Joining.SessionEndReason.ProtocolError"/>.
/// The text is a fixed phrase for the log and never repeats what was received.
/// </summary>
public sealed class WireFormatException(string message) : Exception(message);
