namespace ServiceDesk.Remote.Wire;

/// <summary>The first byte of a message. Below 0x40 the agent speaks, from 0x40 the viewer; only End and ClipboardText are spoken by both. 0x00 and 0x07 are rs1's own.</summary>
public enum WireType : byte
{
    /// <summary><see cref="Messages.FrameUpdate"/>.</summary>
    FrameUpdate = 0x01,

    /// <summary><see cref="Messages.CursorPosition"/>.</summary>
    CursorPosition = 0x02,

    /// <summary><see cref="Messages.GrantsChanged"/>.</summary>
    GrantsChanged = 0x03,

    /// <summary><see cref="Messages.Paused"/>.</summary>
    Paused = 0x04,

    /// <summary><see cref="Messages.End"/>, from both ends.</summary>
    End = 0x05,

    /// <summary><see cref="Messages.Pong"/>.</summary>
    Pong = 0x06,

    /// <summary><see cref="Messages.GrantDeclined"/>.</summary>
    GrantDeclined = 0x08,

    /// <summary><see cref="Messages.PictureState"/>.</summary>
    PictureState = 0x09,

    /// <summary><see cref="Messages.CursorShape"/>.</summary>
    CursorShape = 0x0A,

    /// <summary><see cref="Messages.ClipboardText"/>, from both ends.</summary>
    ClipboardText = 0x0B,

    /// <summary><see cref="Messages.ClipboardAnswer"/>.</summary>
    ClipboardAnswer = 0x0C,

    /// <summary><see cref="Messages.PointerInput"/>.</summary>
    PointerInput = 0x41,

    /// <summary><see cref="Messages.KeyInput"/>.</summary>
    KeyInput = 0x42,

    /// <summary><see cref="Messages.TextInput"/>.</summary>
    TextInput = 0x43,

    /// <summary><see cref="Messages.KeysHeld"/>.</summary>
    KeysHeld = 0x44,

    /// <summary><see cref="Messages.GrantRequest"/>.</summary>
    GrantRequest = 0x45,

    /// <summary><see cref="Messages.FrameAck"/>.</summary>
    FrameAck = 0x46,

    /// <summary><see cref="Messages.WholePictureRequest"/>.</summary>
    WholePictureRequest = 0x47,

    /// <summary><see cref="Messages.Ping"/>.</summary>
    Ping = 0x48,

    /// <summary><see cref="Messages.ProblemFound"/>.</summary>
    ProblemFound = 0x49,

    /// <summary><see cref="Messages.ClipboardRequest"/>.</summary>
    ClipboardRequest = 0x4A,
}
