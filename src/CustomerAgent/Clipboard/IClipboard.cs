namespace ServiceDesk.CustomerAgent.Clipboard;

/// <summary>The customer's clipboard, for text only. Called on the windows' thread.</summary>
internal interface IClipboard
{
    /// <summary>The session begins: what is on the clipboard now stays out of reach.</summary>
    void Begin();

    /// <summary>The text that was put on the clipboard last, if that was since <see cref="Begin"/>; null when it was not, or is no text.</summary>
    Task<string?> ReadAsync();

    /// <summary>Puts a text there. It has line feeds only; the system may want others.</summary>
    void Write(string text);

    /// <summary>The session is over: what <see cref="Write"/> put there is taken away, unless something else took its place.</summary>
    void End();
}
