namespace ServiceDesk.EndToEnd.Parts;

/// <summary>One binary message on its way through the relay, after the ends have shown their tokens.</summary>
/// <param name="FromAgent">Which way it goes.</param>
/// <param name="Line">The how-manieth line of that end it came on, from 1.</param>
/// <param name="Index">The how-manieth message of that end on that line, from 0.</param>
/// <param name="Bytes">As the end sent it.</param>
public sealed record RelayedMessage(bool FromAgent, int Line, int Index, byte[] Bytes);

/// <summary>What an evil relay sends in place of a message.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Back">To the end the message came from, instead of the other one.</param>
public sealed record Passed(byte[] Bytes, bool Back = false);
