namespace ServiceDesk.CustomerAgent;

/// <summary>How the program ended, for scripts and for the service desk on the phone.</summary>
internal enum ExitCode
{
    /// <summary>In order: a session that ended, whoever ended it, or a customer who said no.</summary>
    Done = 0,

    /// <summary>An error of the program itself.</summary>
    Fault = 1,

    /// <summary>An unknown or incomplete option.</summary>
    Usage = 2,

    /// <summary>Started with administrator rights, which it does not want.</summary>
    Elevated = 3,

    /// <summary>This kind of screen cannot be shown yet: Windows, Wayland, unusual colours.</summary>
    CannotShare = 4,

    /// <summary>There is no display.</summary>
    NoDisplay = 5,

    /// <summary>A library of the desktop is missing.</summary>
    NoLibrary = 6,

    /// <summary>The desk cannot be reached.</summary>
    Unreachable = 7,

    /// <summary>The address is none, or no desk answers there.</summary>
    NoDesk = 8,

    /// <summary>The secure connection could not be made.</summary>
    Untrusted = 9,

    /// <summary>The agent runs already; its window was brought to the front.</summary>
    AlreadyRunning = 10,
}
