namespace ServiceDesk.CustomerAgent.Input;

/// <summary>Whether anybody is heard at the other end.</summary>
internal enum LineState
{
    /// <summary>The viewer is heard.</summary>
    Heard,

    /// <summary>Nothing was heard for a while.</summary>
    Silent,

    /// <summary>The line is lost, and another is being looked for.</summary>
    Lost,
}
