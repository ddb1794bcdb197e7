namespace ServiceDesk.CustomerAgent.Input;

/// <summary>How far the consultant's hands reach: not to what is not shown. Asked by the gate only, under its lock, right before each step.</summary>
internal interface IReach : IDisposable
{
    /// <summary>Whether what lies at this pixel of the desktop is shown.</summary>
    bool MayPoint(int x, int y);

    /// <summary>Whether a click at this pixel of the desktop would go to a window of the agent's, also to one inside another program's.</summary>
    bool IsOurs(int x, int y);

    /// <summary>Whether the window that has the keyboard is shown.</summary>
    bool MayType();
}
